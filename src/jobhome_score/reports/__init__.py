"""An assessment in, text or bytes out; one module a format; nothing here prints."""
