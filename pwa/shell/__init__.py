"""The shell: cover pages, manifests, service workers, hashed files and packs."""
