A subtype of another type.
-- filter
type mgt subtype ack
-- error
1:18+3: name: there is no 802.11 subtype of that type named 'ack'
hint: there are assocreq, assoc-req, assocresp, assoc-resp, reassocreq, reassoc-req, reassocresp, reassoc-resp, probereq, probe-req, proberesp, probe-resp, beacon, atim, disassoc, disassociation, auth, authentication, deauth or deauthentication
