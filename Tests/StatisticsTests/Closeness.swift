/// Whether two numbers agree to a relative tolerance; zero agrees with zero only.
func agree(_ value: Double, _ expected: Double, within tolerance: Double) -> Bool {
    value == expected || (value - expected).magnitude <= tolerance * expected.magnitude
}
