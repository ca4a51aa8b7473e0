print("handrail")
