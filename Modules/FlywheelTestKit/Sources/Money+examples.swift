public import FlywheelKit

extension Money {
    /// A sum of an example: `Money(minorUnits: 2_500, "USD")` is USD 25.00.
    ///
    /// - Precondition: `code` is three letters.
    public init(minorUnits: Int64, _ code: String) {
        guard let currency = Currency(code) else { preconditionFailure("\"\(code)\" is no code of ISO 4217") }
        self.init(minorUnits: minorUnits, currency)
    }
}
