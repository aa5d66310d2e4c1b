print("mock-portal")
