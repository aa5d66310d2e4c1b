// The room of MockPortal.
