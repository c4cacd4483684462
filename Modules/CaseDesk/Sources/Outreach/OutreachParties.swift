import Cases
import FlywheelKit
import FlywheelStore

/// The parties that messages go to: those the desk knows, and buyers it knows by an order's number alone.
struct OutreachParties {
    let store: any Store
    private var made: [String: PartyID] = [:]

    init(store: any Store) { self.store = store }

    mutating func id(of party: OutreachParty, at now: Instant, act: inout CaseAct) throws -> PartyID {
        guard case .buyer(let order) = party else {
            guard case .known(let id) = party else { throw StoreError.unknown("party") }
            return id
        }
        if let id = made[order] { return id }
        let digest = IdentityDigest.of(order, kind: "order", key: try store.identityKey())
        if let known = try store.parties(identified: [digest])[digest] {
            made[order] = known
            return known
        }
        let id = try store.reserve(1, of: PartyRecord.self)
        act.parties.append(PartyRecord(id: id, side: Side.buyer.rawValue, since: now))
        act.identities.append(PartyIdentity(digest, of: id))
        made[order] = id
        return id
    }
}
