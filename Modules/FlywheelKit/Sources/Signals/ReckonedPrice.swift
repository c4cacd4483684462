/// The price that a listing's sales are to be reckoned with where its own is plainly an error: what it usually is.
///
/// Ten times the price would make ten times the revenue at risk of every problem on the listing.
public struct ReckonedPrice: Signal {
    /// `listing.price/1`.
    public static let key = SignalKey("listing.price/1")

    /// What one unit usually sells for.
    public let price: Money

    /// A usual price.
    public init(price: Money) { self.price = price }
}
