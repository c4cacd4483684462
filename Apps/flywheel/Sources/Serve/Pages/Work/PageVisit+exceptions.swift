import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import WebPages

extension PageVisit {
    /// The one state that is shown of an exception: a snooze hides every other, a claim all but a refuted close.
    func chip(_ exception: ExceptionRecord) -> StateChip {
        if exception.isSnoozed(at: formats.asOf) { return .snoozed }
        return switch exception.state {
        case .notFixed: .notFixed
        case .predicted where exception.claimedBy != nil, .active where exception.claimedBy != nil: .claimed
        case .predicted: .predicted
        case .active: .active
        case .verifying: .verifying
        case .verified: .verified
        case .unverified: .unverified
        case .cleared: .cleared
        case .lapsed: .lapsed
        case .withdrawn: .withdrawn
        case .dismissed: .dismissed
        }
    }

    /// Id and name of an exception, leading to its page.
    func link(to exception: ExceptionRecord, in session: Session) -> HTML {
        let name = said(session.host.manifests.name(of: exception.fingerprint).capitalizedFirst)
        return """
            <a href="/x/\(exception.id.description)">\(exception.id.description)</a> \
            \(name) <span class="muted">\(place(of: exception.fingerprint.subject))</span>
            """
    }

    /// What an exception is about: its SKU, leading to everything known of it, and the marketplace.
    func place(of subject: Subject, tier: Tier? = nil) -> HTML {
        let marketplace = subject.kind == .account ? nil : Marketplace.words(subject.marketplace)
        let tier = tier.map { words.text("queue.tier", ["tier": .text($0.rawValue)]) }
        let rest = [marketplace, tier].compactMap(\.self).map { ", \($0)" as HTML }.joined(by: .nothing)
        guard subject.kind == .listing else { return "<span>\(subject.words)</span>\(rest)" }
        let address: Address = "/listings/\(subject.account)/\(subject.marketplaceName)/\(subject.code)"
        return "<a href=\"\(address)\" translate=\"no\">\(subject.code)</a>\(rest)"
    }

    /// The last responsible moment.
    func due(_ exception: ExceptionRecord) -> HTML {
        guard let due = exception.due else { return .nothing }
        let text = formats.actBy(due)
        return due < formats.asOf ? "<span class=\"late\">\(text)</span>" : "<span>\(text)</span>"
    }

    /// A sum in the currency of a rotation's totals.
    func money(_ minorUnits: Int64, _ currency: Currency) -> Phrases.Value {
        .text(formats.money(Money(minorUnits: minorUnits, currency)))
    }
}
