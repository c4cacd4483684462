import FlywheelKit
public import FlywheelStore

/// A second factor that is offered: nothing of it is kept until a code was shown.
public struct OfferedFactor: Hashable, Sendable {
    /// The secret, as somebody types it into an authenticator.
    public let secret: String
    /// The same as a link, `otpauth://…`.
    public let address: String
}

/// Codes of an authenticator, and for whoever lost it.
extension PeopleDesk {
    /// A secret for an authenticator: 160 bits (RFC 4226, section 4).
    public func offerFactor(to name: String) throws -> OfferedFactor {
        let secret = chance.bytes(20)
        return OfferedFactor(
            secret: secret.base32, address: OneTimeCode.address(secret, name: try person(name).name))
    }

    /// Asks for codes of the authenticator from now on, once a first one and the password were shown.
    ///
    /// - Parameter secret: what ``offerFactor(to:)`` gave.
    /// - Returns: ten codes for recovery, which are shown this once.
    public func addFactor(
        _ secret: String, code: String, password: String, to name: String, from visit: Visit
    ) throws -> [String] {
        var person = try confirm(name, password: password, from: visit)
        guard let bytes = secret.base32Bytes, bytes.count == 20,
            let step = OneTimeCode.matching(code.plainDigits, secret: bytes, at: clock().seconds, after: 0)
        else { throw PeopleError.wrong }
        let recovery = (0..<RecoveryCode.count).map { _ in RecoveryCode.make(chance) }
        person.secondFactor = PersonRecord.SecondFactor(
            secret: bytes, lastStep: step, recovery: recovery.map(RecoveryCode.digest(of:)))
        _ = try keep(person, "second-factor", ending: false, by: Actor(.person, person.name), from: visit)
        return recovery
    }

    /// Asks for no codes of somebody any longer, once their password was shown.
    public func removeFactor(of name: String, password: String, from visit: Visit) throws {
        var person = try confirm(name, password: password, from: visit)
        person.secondFactor = nil
        _ = try keep(person, "no-second-factor", ending: false, by: Actor(.person, person.name), from: visit)
    }

    /// Asks for no codes of somebody who lost their authenticator and all codes for recovery, and ends their sign-ins.
    public func resetFactor(of name: String, by actor: Actor, from visit: Visit) throws {
        var person = try person(name)
        person.secondFactor = nil
        _ = try keep(person, "no-second-factor", ending: true, by: actor, from: visit)
    }

    /// Takes a code, and says which it was: of the authenticator, `code`, or one for `recovery`.
    func useCode(_ text: String, of person: PersonRecord, from visit: Visit) throws -> (PersonRecord, String) {
        let now = clock()
        if let wait = codes.take(person.id.description, at: now) { throw PeopleError.tooMany(retryAfter: wait) }
        var person = person
        var how = "code"
        let recovery = RecoveryCode.digest(of: text)
        if let factor = person.secondFactor,
            let step = OneTimeCode.matching(
                text.plainDigits, secret: factor.secret, at: now.seconds, after: factor.lastStep)
        {
            person.secondFactor?.lastStep = step
        } else if let place = person.secondFactor?.recovery.firstIndex(of: recovery) {
            person.secondFactor?.recovery.remove(at: place)
            how = "recovery"
        } else {
            try log(.refused, person.id, "code", visit)
            throw PeopleError.wrong
        }
        // Of two who show the same code at once, the version lets one through.
        guard let kept = try keepIfUnchanged(person) else {
            throw PeopleError.wrong
        }
        codes.giveBack(person.id.description, at: now)
        return (kept, how)
    }
}

extension String {
    /// Without the spaces that people and authenticators put between digits.
    fileprivate var plainDigits: String { filter { !$0.isWhitespace } }

    /// The bytes of base32 without padding (RFC 4648, section 6); `nil` where it is none.
    fileprivate var base32Bytes: [UInt8]? {
        var bytes: [UInt8] = []
        var (buffer, bits) = (0, 0)
        for letter in uppercased().utf8 where letter != UInt8(ascii: " ") {
            switch letter {
            case 65...90: buffer = buffer << 5 | Int(letter - 65)
            case 50...55: buffer = buffer << 5 | Int(letter - 24)
            default: return nil
            }
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(buffer >> bits))
                buffer &= (1 << bits) - 1
            }
        }
        return bytes
    }
}
