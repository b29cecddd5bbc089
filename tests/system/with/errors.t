Commands that cannot be run.
-- run
skep with; echo $?; skep with --; echo $?; skep with -x; echo $?; skep with nothing-of-this-name; echo $?
LD_PRELOAD=$ASAN skep with -- sh -c 'exit 7' -x; echo $?
cp /bin/true $T/other && printf '\003\000' | dd of=$T/other bs=1 seek=18 conv=notrunc 2>/dev/null && skep with $T/other 2>&1 | sed "s#$T/##"
-- stdout
2
2
2
1
7
skep: other is made for another machine: nothing can be put between it and Linux
-- stderr
skep: which command? see skep with --help
skep: which command? see skep with --help
skep: there is no option -x: see skep with --help
skep: there is no command nothing-of-this-name
-- exit
0
