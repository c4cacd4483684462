package import FlywheelKit

/// What a marketplace's people are used to write, for files that leave it open.
package struct Region: Hashable, Sendable {
    package let dateOrder: DateOrder
    let decimalStyle: DecimalStyle
    /// The encoding of text that is not Unicode.
    let encoding: TextEncoding

    private static let decimalComma: Set<String> = ["DE", "FR", "IT", "ES", "NL", "SE", "PL", "BE", "TR", "BR"]
    private static let yearFirst: Set<String> = ["JP", "SE"]

    /// The habits of a marketplace's region; of Western Europe with decimal points where it is not known.
    ///
    /// - Parameter currency: what amounts are in. It tells Walmart of the United States from the others.
    package init(marketplace: String, currency: Currency? = nil) {
        let isAmerican = marketplace == SalesChannel.walmart.marketplace && currency?.code == "USD"
        let name = Marketplace.named(marketplace)?.name ?? (isAmerican ? "US" : "")
        dateOrder = name == "US" ? .monthFirst : Self.yearFirst.contains(name) ? .yearFirst : .dayFirst
        decimalStyle = Self.decimalComma.contains(name) ? .comma : .point
        encoding = name == "JP" ? .windows31J : .windows1252
    }
}
