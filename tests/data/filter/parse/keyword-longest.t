A longer name is no keyword.
-- filter
host tcp-host or portal
-- tree
any  [0+23]
  prim - - host name 'tcp-host'  [0+13]
  prim - - host name 'portal'  [17+6]
