// Passkeys are the only thing at the desk that needs a script; they come with the next part.
