import CaseDesk
import FlywheelHost
import FlywheelKit
import FlywheelStore
import People

/// The desk of people as commands and programs use it: it is known who acts.
struct PeopleCounter {
    private let desk: PeopleDesk
    private let host: Host
    private let rules: DeskRules
    private let actor: Actor
    private let clock: WallClock
    private let visit: Visit

    private var store: any Store { host.store }

    init(_ desk: PeopleDesk, _ host: Host, _ rules: DeskRules, actor: Actor, clock: WallClock, visit: Visit) {
        self.desk = desk
        self.host = host
        self.rules = rules
        self.actor = actor
        self.clock = clock
        self.visit = visit
    }

    /// For somebody at the machine itself.
    init(_ session: Session, _ surroundings: Surroundings) {
        let desk = PeopleDesk(store: session.host.store, clock: surroundings.clock.now)
        self.init(
            desk, session.host, session.rules, actor: session.actor, clock: session.clock, visit: .local)
    }

    func list() throws -> PeopleAnswer { PeopleAnswer(people: try desk.people()) }

    func show(_ name: String) throws -> PeopleAnswer { PeopleAnswer(people: [try person(name)]) }

    func add(_ name: String, displayName: String, role: Role, scope: AccountScope) throws -> InvitationAnswer {
        let person = try desk.add(
            name, displayName: displayName, role: role, scope: scope, by: actor, from: visit)
        return try invite(person, verb: "Added")
    }

    func invite(_ name: String) throws -> InvitationAnswer { try invite(try person(name), verb: "Invited") }

    private func invite(_ person: PersonRecord, verb: String) throws -> InvitationAnswer {
        let invitation = try desk.invite(person.name, by: actor, from: visit)
        return InvitationAnswer(
            person: person, verb: verb, code: invitation.code, ends: invitation.ends, clock: clock,
            warnings: try store.warnings(ofAccounts: person.accounts))
    }

    /// Changes what somebody is to the team; what is left out stays.
    func change(_ name: String, role: Role?, scope: AccountScope?) throws -> PeopleAnswer {
        let person = try person(name)
        let changed = try desk.change(
            name, role: role ?? Role(rawValue: person.role) ?? .viewer,
            scope: scope ?? person.accounts.map { .only(Set($0)) } ?? .all, by: actor, from: visit)
        return PeopleAnswer(
            people: [changed], verb: "Changed", warnings: try store.warnings(ofAccounts: changed.accounts))
    }

    func disable(_ name: String) throws -> PeopleAnswer {
        let person = try desk.disable(name, by: actor, from: visit)
        return PeopleAnswer(
            people: [person], verb: "Disabled", holds: try Holdings(of: person.name, in: store)[person.name])
    }

    func hand(_ name: String, to other: String, account: String?) throws -> HandoverAnswer {
        // Names of teams without a server are as people write them.
        func kept(_ name: String) throws -> String {
            try PersonName.kept(name).flatMap { try store.person(named: $0)?.name } ?? name
        }
        return try Handover(host: host, rules: rules, actor: actor, clock: clock)
            .hand(try kept(name), to: try kept(other), account: account)
    }

    func enable(_ name: String) throws -> PeopleAnswer {
        PeopleAnswer(people: [try desk.enable(name, by: actor, from: visit)], verb: "Enabled")
    }

    func signIns(of name: String?) throws -> SignInsAnswer {
        SignInsAnswer(signIns: try desk.signIns(of: name), names: try names(), clock: clock)
    }

    func signIn(_ id: SignInID) throws -> SignInsAnswer {
        let found = try desk.signIns(of: nil).filter { $0.id == id }
        guard !found.isEmpty else { throw PeopleError.unknown(id.description) }
        return SignInsAnswer(signIns: found, names: try names(), clock: clock)
    }

    func end(_ id: SignInID) throws -> SignInsAnswer {
        let ended = try desk.endSignIn(id, from: visit)
        return SignInsAnswer(signIns: [ended], names: try names(), clock: clock, verb: "Ended")
    }

    func tokens(of name: String?) throws -> TokensAnswer {
        TokensAnswer(tokens: try desk.tokens(of: name), names: try names(), clock: clock)
    }

    func token(_ id: TokenID) throws -> TokensAnswer {
        let found = try desk.tokens(of: nil).filter { $0.id == id }
        guard !found.isEmpty else { throw PeopleError.unknown(id.description) }
        return TokensAnswer(tokens: found, names: try names(), clock: clock)
    }

    func issue(_ label: String, for name: String, rights: Set<Right>, scope: AccountScope, days: Int?) throws
        -> IssuedTokenAnswer
    {
        let issued = try desk.issueToken(
            label, for: name, rights: rights, scope: scope, days: days, by: actor, from: visit)
        return IssuedTokenAnswer(
            token: issued.record, person: try person(name).name, text: issued.text,
            warnings: try store.warnings(ofAccounts: issued.record.accounts))
    }

    func revoke(_ id: TokenID) throws -> TokensAnswer {
        let token = try desk.revokeToken(id, by: actor, from: visit)
        return TokensAnswer(tokens: [token], names: try names(), clock: clock, verb: "Revoked")
    }

    func log(of name: String?, limit: Int) throws -> DoorLogAnswer {
        DoorLogAnswer(events: try desk.log(of: name, limit: limit), names: try names(), clock: clock)
    }

    private func person(_ name: String) throws -> PersonRecord {
        guard let kept = PersonName.kept(name), let person = try store.person(named: kept) else {
            throw PeopleError.nobody(name)
        }
        return person
    }

    private func names() throws -> [PersonID: String] {
        Dictionary(try desk.people().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}
