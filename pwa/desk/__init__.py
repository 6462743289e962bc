"""The desk: where advocates sign in, prepare kits and help install. The only room with cookies."""
