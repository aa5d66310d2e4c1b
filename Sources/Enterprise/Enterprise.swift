// The room of Enterprise.
