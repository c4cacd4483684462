public import FlywheelKit
public import FlywheelStore

/// Why a change of a listing was not approved, refused, written or taken back.
public enum ChangeError: Error, Hashable, Sendable {
    /// There is no such change.
    case unknown(ChangeID)
    /// The moment of the decision lies before the change was proposed.
    case tooEarly(ChangeID, Instant)
    /// Its state does not allow it.
    case state(ChangeID, ChangeRecord.State)
    /// The problem that it would end does not wait for work any more.
    case exceptionEnded(ChangeID, ExceptionID, ExceptionRecord.State)
    /// The account is in test mode.
    case testMode(ChangeID, account: String)
    /// It was approved in test mode, which is no approval of writing it.
    case approvedInTestMode(ChangeID)
    /// A person has to say the values of these attributes.
    case valuesMissing(ChangeID, [String])
    /// It sets no such attribute.
    case attributeUnknown(ChangeID, String, among: [String])
    /// No file that is kept names its listing any more.
    case listingUnknown(ChangeID)
    /// The price is not the one that it replaces; `found` is `nil` where no fresh file says the price.
    case priceMoved(ChangeID, found: Money?, expected: Money)
    /// A limit stands in another currency than the price, and no rate leads from one to the other.
    case limitForeign(ChangeID, to: Money, limit: Money)
    /// The price would be below the lowest allowed, or below what a unit costs.
    case belowFloor(ChangeID, to: Money, floor: Money)
    /// The price would be above the highest allowed.
    case aboveCeiling(ChangeID, to: Money, ceiling: Money)
    /// The price falls, and neither a floor nor a unit's cost is known.
    case floorUnknown(ChangeID)
    /// The listing's price was written as often as it may be in 24 hours.
    case movesSpent(ChangeID, of: Int)
    /// Another change of the same listing's price goes first.
    case afterAnother(ChangeID, ChangeID)
    /// What it replaced is not known, so it cannot be taken back.
    case nothingToRestore(ChangeID)
    /// A reason is one word of a-z, 0-9 and -.
    case reasonNoWord(ChangeID, String)
    /// The store said no.
    case store(StoreError)
}
