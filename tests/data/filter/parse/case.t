Keywords are in lower case.
-- filter
TCP port 80
-- error
1:1+3: syntax: nothing says what 'TCP' is
hint: keywords are in lower case: `tcp`
