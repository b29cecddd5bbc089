Without the backslash.
-- filter
ip proto tcp
-- error
1:10+3: syntax: expected a name, a number or an address, not 'tcp'
hint: a name that is a word of the language has a backslash before it: `\tcp`
