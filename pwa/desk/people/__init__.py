"""The people at the desk: who belongs to which agency, and how they came."""
