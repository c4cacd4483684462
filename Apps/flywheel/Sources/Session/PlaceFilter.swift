import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// Whose rows of a list are asked for, and where.
struct PlaceFilter: Hashable {
    /// The account; all where it is left out.
    var account: String?
    /// The marketplace by its id; all where it is left out.
    var marketplace: String?

    /// Whether rows may be left out.
    var isNarrow: Bool { account != nil || marketplace != nil }

    func admits(_ subject: Subject) -> Bool { admits(account: subject.account, marketplace: subject.marketplace) }

    func admits(_ family: FingerprintFamily) -> Bool {
        admits(account: family.account, marketplace: family.marketplace)
    }

    func admits(_ place: LackingFeed.Place) -> Bool { admits(account: place.account, marketplace: place.marketplace) }

    private func admits(account: String, marketplace: String) -> Bool {
        self.account ?? account == account && self.marketplace ?? marketplace == marketplace
    }

    /// What is asked for, in words; nothing when everything is.
    var words: [String] {
        [account.map { "account \($0)" }, marketplaceName.map { "marketplace \($0)" }].compactMap(\.self)
    }

    /// The flags that ask for the same, each after a space.
    var flags: String {
        [
            account.map { " --account \($0.shellWord)" }, marketplaceName.map { " --marketplace \($0.shellWord)" },
        ].compactMap(\.self).joined()
    }

    /// The marketplace as people call it.
    var marketplaceName: String? { marketplace.map { Marketplace.named($0)?.name ?? $0 } }
}
