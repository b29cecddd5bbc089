The version.
-- run
skep --version
-- stdout
skep 0.1.0
-- exit
0
