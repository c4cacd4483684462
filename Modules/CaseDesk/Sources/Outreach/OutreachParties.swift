import Cases
import FlywheelKit
import FlywheelStore

/// The parties that messages go to: those the desk knows, and buyers it knows by an order's number alone.
struct OutreachParties {
    let store: any Store
    private var made: [Subject: PartyID] = [:]

    init(store: any Store) { self.store = store }

    mutating func id(of party: OutreachParty, at now: Instant, act: inout CaseAct) throws -> PartyID {
        let order: Subject
        switch party {
        case .known(let id): return id
        case .buyer(let bought): order = bought
        }
        if let id = made[order] { return id }
        let digest = IdentityDigest.buyer(of: order, key: try store.identityKey())
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

extension IdentityDigest {
    /// The digest of whoever bought an order: the same number is another one with another account, or on another marketplace.
    fileprivate static func buyer(of order: Subject, key: [UInt8]) -> [UInt8] {
        let place = [order.account, order.marketplace].map { "\($0.utf8.count):\($0)" }.joined()
        return of(place + order.code, kind: "buyer of order", key: key)
    }
}
