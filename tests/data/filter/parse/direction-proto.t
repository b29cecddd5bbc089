A protocol has no direction.
-- filter
src proto 6
-- error
1:5+5: syntax: expected host, net, port, portrange or a value after a direction, not 'proto'
