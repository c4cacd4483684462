import FlywheelKit
import FlywheelStore
import Testing

extension ForeignAccount {
    private func newSubscription() -> SubscriptionRecord {
        SubscriptionRecord(
            id: SubscriptionID(1), kind: .webhook, target: "https://example.com/in",
            filter: EventFilter(verbs: ["closed"], accounts: ["west"]), secrets: [.random()], at: noon, by: "ada")
    }

    private func newDelivery() -> DeliveryRecord {
        DeliveryRecord(
            id: "W1-1-0", subscription: SubscriptionID(1), sequence: 1, position: 0, verb: "closed", subject: "X1",
            count: 1, body: "{}", made: noon)
    }

    /// Tries what leaves the house.
    func expectNoOutbox(_ requirement: StoreRequirement) throws {
        let subscription = newSubscription()
        let id = try store.subscribe(subscription, by: person, at: noon)
        let delivery = newDelivery()
        #expect(try store.wait([delivery], again: false) == 1)
        switch requirement {
        case .subscribe: expectRefused { _ = try reader.subscribe(subscription, by: person, at: noon) }
        case .subscriptions: #expect(try reader.subscriptions().isEmpty)
        case .subscription: #expect(try reader.subscription(id) == nil)
        case .changeSubscription: expectRefused { try reader.change(subscription, .paused, by: person, at: noon) }
        case .takeDeliveries: expectRefused { _ = try reader.take([delivery], for: id, from: 0, to: 1) }
        case .wait: expectRefused { _ = try reader.wait([delivery], again: true) }
        case .waitingDeliveries: #expect(try reader.waitingDeliveries(of: id, limit: 9).isEmpty)
        case .countDeliveries: #expect(try reader.countDeliveries(of: id, in: .waiting) == 0)
        case .deliveries: #expect(try reader.deliveries(of: nil, in: nil, limit: 9).isEmpty)
        case .delivery: #expect(try reader.delivery(delivery.id) == nil)
        case .settleDelivery: expectRefused { try reader.settle(delivery, restingUntil: nil) }
        case .forgetDeliveries: expectRefused { _ = try reader.forgetDeliveries(deliveredBefore: noon) }
        default: Issue.record("\(requirement) is not tried")
        }
    }

    /// Tries what was asked to be done once: it is its sender's, and says nothing of accounts.
    func expectOwnRequests(_ requirement: StoreRequirement) throws {
        let foreign = RequestRecord(RequestKey(owner: "wes", word: "k"), digest: [1], begun: noon)
        let own = RequestKey(owner: "nora", word: "k")
        let answer = KeptAnswer(status: 200, body: "{}")
        #expect(try store.beginRequest(foreign) == nil)
        switch requirement {
        case .beginRequest: #expect(try reader.beginRequest(RequestRecord(own, digest: [1], begun: noon)) == nil)
        case .finishRequest: try reader.finishRequest(own, with: answer)
        case .forgetRequest: try reader.forgetRequest(own)
        case .sweepRequests: #expect(try reader.sweepRequests(begunBefore: noon) == 0)
        default: Issue.record("\(requirement) is not tried")
        }
        #expect(try store.beginRequest(foreign) == foreign)
    }

    /// Tries who may come in.
    func expectNoPeople(_ requirement: StoreRequirement) throws {
        let admin = PersonRecord(name: "ann", displayName: "Ann", role: "admin")
        _ = try store.keep(admin, change: "added", endsSignIns: false, needing: "admin", by: person, at: noon)
        var newcomer = PersonRecord(name: "wes", displayName: "Wes", role: "admin", accounts: ["west"])
        newcomer.identity = PersonRecord.Identity(issuer: "https://id.example", subject: "1")
        let wes = try store.keep(newcomer, change: "added", endsSignIns: false, needing: "admin", by: person, at: noon)
        let signIn = SignInRecord(
            digest: Self.digest, person: wes.id, isComplete: true, began: noon, ends: noon.advanced(byDays: 1),
            address: "", agent: "")
        let begun = try store.begin(signIn)
        let token = TokenRecord(
            digest: Self.digest, label: "export", person: wes.id, rights: ["look"], accounts: nil, made: noon, ends: nil
        )
        let made = try store.keep(token, by: person).id
        let invitation = InvitationRecord(digest: Self.digest, person: wes.id, ends: noon.advanced(byDays: 1))
        try store.keep(invitation)
        try store.log(DoorEvent(at: noon, kind: "signedIn", person: wes.id))
        switch requirement {
        case .people: #expect(try reader.people().isEmpty)
        case .personByID: #expect(try reader.person(wes.id) == nil)
        case .personNamed: #expect(try reader.person(named: "wes") == nil)
        case .personIdentified: #expect(try reader.person(identified: try #require(wes.identity)) == nil)
        case .keepPerson:
            expectRefused {
                _ = try reader.keep(wes, change: "x", endsSignIns: true, needing: "admin", by: person, at: noon)
            }
        case .beginSignIn: expectRefused { _ = try reader.begin(signIn) }
        case .signIn: #expect(try reader.signIn(digest: Self.digest) == nil)
        case .signIns: for person in [nil, wes.id] { #expect(try reader.signIns(of: person).isEmpty) }
        case .touchSignIn: expectRefused { try reader.touch(begun, at: noon) }
        case .endSignIns: expectRefused { try reader.end([begun]) }
        case .keepToken: expectRefused { _ = try reader.keep(token, by: person) }
        case .token: #expect(try reader.token(digest: Self.digest) == nil)
        case .tokens: for person in [nil, wes.id] { #expect(try reader.tokens(of: person).isEmpty) }
        case .touchToken: expectRefused { try reader.touch(made, at: noon) }
        case .revoke: expectRefused { try reader.revoke(made, by: person, at: noon) }
        case .keepInvitation: expectRefused { try reader.keep(invitation) }
        case .invitation: #expect(try reader.invitation(digest: Self.digest) == nil)
        case .useInvitation: expectRefused { _ = try reader.useInvitation(digest: Self.digest) }
        case .log: expectRefused { try reader.log(DoorEvent(at: noon, kind: "signedIn", person: nil)) }
        case .doorEvents: #expect(try reader.doorEvents(of: nil, before: nil, limit: 9).isEmpty)
        case .hasDoorEvent: #expect(try !reader.hasDoorEvent("signedIn", of: wes.id, from: ""))
        case .sweepPeople: expectRefused { try reader.sweepPeople(now: noon, idle: noon, logged: noon) }
        default: Issue.record("\(requirement) is not tried")
        }
    }
}
