import FlywheelKit
public import FlywheelStore

/// To which accounts a request about somebody's data is. Each account answers for what was written to it, and somebody who
/// asks one has not asked the others.
public enum RequestReach: Hashable, Sendable {
    /// To the only one they wrote to; refused where there are several.
    case only
    /// To this one.
    case account(String)
    /// To all of them.
    case all
}

/// Somebody's cases with one account.
public struct AccountCases: Hashable, Sendable, CustomStringConvertible {
    /// The account.
    public let account: String
    /// Its cases of theirs.
    public let cases: [CaseRecord]

    /// Those that are not over.
    public var open: [CaseID] { cases.filter { !$0.isDone }.map(\.id) }

    /// The account, with the cases that are open.
    public var description: String {
        let names = open.map(\.description).joined(separator: ", ")
        return open.isEmpty ? account : "\(account) (open: \(names))"
    }
}

extension PrivacyDesk {
    /// The cases of whom a request is about, by account; none of somebody who never wrote.
    public func accounts(
        of subject: DataSubject, for reach: RequestReach = .only
    ) throws(PrivacyError) -> [AccountCases] {
        try party(subject, of: reach).map { id throws(PrivacyError) in try accounts(of: id) } ?? []
    }

    func accounts(of id: PartyID) throws(PrivacyError) -> [AccountCases] {
        Dictionary(grouping: try cases(of: id), by: \.key.account).map { account, cases in
            AccountCases(account: account, cases: cases.sorted { $0.id < $1.id })
        }.sorted { $0.account < $1.account }
    }

    /// What is left to be read of somebody's cases with other accounts than these, by account.
    public func accountsKept(
        of subject: DataSubject, beside account: String
    ) throws(PrivacyError) -> [AccountCases] {
        var kept: [AccountCases] = []
        for part in try accounts(of: subject, for: .account(account)) where part.account != account {
            if try holdsTexts(part.cases) { kept.append(part) }
        }
        return kept
    }

    private func holdsTexts(_ cases: [CaseRecord]) throws(PrivacyError) -> Bool {
        try stored { () throws(StoreError) in
            try !store.texts(
                .cases(cases.map(\.id)), fields: Set(PersonalText.Field.allCases),
                for: Access(by: .flywheel, at: now, purpose: "erasure")
            ).isEmpty
        }
    }

    /// Refuses what does not say which of several accounts it is to.
    func check(_ reach: RequestReach, among accounts: [AccountCases]) throws(PrivacyError) {
        switch reach {
        case .only: if accounts.count > 1 { throw .severalAccounts(accounts) }
        case .account(let name): if !accounts.contains(where: { $0.account == name }) { throw .nobody }
        case .all: break
        }
    }
}
