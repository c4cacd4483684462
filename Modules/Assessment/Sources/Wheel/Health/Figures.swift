/// A share in whole percent, half a percent up: `61%`.
func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

/// A number without decimals.
func whole(_ value: Double) -> String { "\(Int(value.rounded()))" }

/// A number with one decimal.
func tenths(_ value: Double) -> String {
    let tenths = Int((value.magnitude * 10).rounded())
    return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
}

/// A number with two decimals.
func hundredths(_ value: Double) -> String {
    let parts = Int((value.magnitude * 100).rounded())
    let rest = parts % 100
    return (value < 0 && parts > 0 ? "-" : "") + "\(parts / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
}
