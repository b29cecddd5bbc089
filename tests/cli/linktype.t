A link type that is not known, with near ones.
-- run
skep filter -d -y EN10 ip; skep filter -d -y blorb ip; skep filter -d -y 12 ip
-- stdout
(000) ldb      [0]
(001) and      #0xf0
(002) jeq      #0x40            jt 3	jf 4
(003) ret      #262144
(004) ret      #0
-- stderr
skep: there is no link type EN10: perhaps EN10MB
skep: there is no link type blorb: EN10MB is Ethernet, RAW bare IP; see docs/reference/link-types.md
-- exit
0
