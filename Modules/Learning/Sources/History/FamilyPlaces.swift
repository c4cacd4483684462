import FlywheelKit
import FlywheelStore
import Statistics

/// Where problems of a family stand in a history.
struct FamilyPlace: Sendable {
    /// The place of its workflow.
    let workflow: Int
    /// The place of its kind.
    let kind: Int
    /// The place of its account.
    let account: Int?
    /// The place of what its subjects have in common.
    let owner: Int
    /// What fingerprints of it hash to before their own parts.
    private let seed: FNV1a

    fileprivate init(workflow: Int, kind: Int, account: Int?, owner: Int, seed: FNV1a) {
        self.workflow = workflow
        self.kind = kind
        self.account = account
        self.owner = owner
        self.seed = seed
    }

    /// The same for two problems of one fingerprint, and different for others but for one pair of two in 10¹³.
    func identity(code: String, discriminator: String) -> UInt64 {
        var names = seed
        names.take(name: code)
        names.take(name: discriminator)
        return names.hash
    }
}

/// The places of all families of workflows that are installed.
struct FamilyPlaces: Sendable {
    /// What subjects of a family have in common.
    struct Owner: Hashable, Sendable {
        let kind: Subject.Kind
        let account: String
        let marketplace: String

        /// The subject of a code, as text that tells one from another.
        func text(_ code: String) -> String { "\(kind.rawValue)/\(account)/\(marketplace)/\(code)" }
    }

    private(set) var kinds = Places<String>()
    private(set) var accounts = Places<String>()
    private(set) var owners = Places<Owner>()
    private var numbered: [Int64: FamilyPlace] = [:]
    private let workflows: [String: Int]

    /// - Parameters:
    ///   - families: families by the numbers that outcomes name them by.
    ///   - workflows: ids of the workflows that are installed.
    init(_ families: [Int64: FingerprintFamily], workflows: [String]) {
        self.workflows = Dictionary(
            workflows.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for (number, family) in families.sorted(by: { $0.key < $1.key }) { numbered[number] = place(of: family) }
    }

    /// The place of the family of a number; `nil` where its workflow is not installed.
    subscript(number: Int64) -> FamilyPlace? { numbered[number] }

    /// The place of a family; `nil` where its workflow is not installed.
    private mutating func place(of family: FingerprintFamily) -> FamilyPlace? {
        guard let workflow = workflows[family.workflow] else { return nil }
        let owner = Owner(kind: family.subject, account: family.account, marketplace: family.marketplace)
        let parts = [family.workflow, family.kind, family.subject.rawValue, family.account, family.marketplace]
        var seed = FNV1a()
        for part in parts { seed.take(name: part) }
        return FamilyPlace(
            workflow: workflow, kind: kinds.place(of: family.kind),
            account: family.account.isEmpty ? nil : accounts.place(of: family.account),
            owner: owners.place(of: owner), seed: seed)
    }
}

extension FNV1a {
    /// Takes a text, and a byte that ends it and is in none.
    fileprivate mutating func take(name: String) {
        take(name.utf8)
        take(CollectionOfOne(0xff))
    }
}
