// The room of Trust.
