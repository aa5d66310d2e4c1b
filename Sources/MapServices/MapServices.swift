// The room of MapServices.
