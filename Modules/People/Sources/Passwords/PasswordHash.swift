import Crypto
import CryptoExtras
import Foundation

/// How much a guess at a password costs: scrypt (RFC 7914) with these parameters.
public struct PasswordCost: Hashable, Sendable {
    /// The logarithm to base 2 of N, which memory and time grow with.
    public let logN: Int
    /// The size of a block.
    public let r: Int
    /// How often it is done.
    public let p: Int

    /// A cost.
    public init(logN: Int, r: Int, p: Int) {
        self.logN = logN
        self.r = r
        self.p = p
    }

    /// N = 2^15, r = 8, p = 3: 32 MiB and a third of a second, as OWASP ASVS 5.0.0, appendix C, asks for.
    public static let standard = PasswordCost(logN: 15, r: 8, p: 3)

    /// What a kept hash may ask of this machine: a store that somebody wrote to must not be able to exhaust it.
    var isBearable: Bool { (1...18).contains(logN) && (1...16).contains(r) && (1...8).contains(p) }
}

/// The hash of a password, as a PHC string: `$scrypt$ln=15,r=8,p=3$salt$hash`.
struct PasswordHash: Hashable, Sendable {
    let cost: PasswordCost
    let salt: [UInt8]
    let hash: [UInt8]

    /// Hashes a password.
    init(of password: String, salt: [UInt8], cost: PasswordCost) throws {
        self.cost = cost
        self.salt = salt
        hash = try Self.derive(password, salt: salt, cost: cost, count: 32)
    }

    /// Reads what ``text`` wrote; `nil` where it is no such hash, or one that costs too much.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let salt = parts[3].unpaddedBase64Bytes,
            let hash = parts[4].unpaddedBase64Bytes, hash.count == 32
        else { return nil }
        let numbers = parts[2].split(separator: ",").map { $0.split(separator: "=").map(String.init) }
        guard numbers.allSatisfy({ $0.count == 2 }), numbers.map(\.[0]) == ["ln", "r", "p"],
            let logN = Int(numbers[0][1]), let r = Int(numbers[1][1]), let p = Int(numbers[2][1])
        else { return nil }
        let cost = PasswordCost(logN: logN, r: r, p: p)
        guard cost.isBearable else { return nil }
        (self.cost, self.salt, self.hash) = (cost, salt, hash)
    }

    /// As it is kept.
    var text: String {
        "$scrypt$ln=\(cost.logN),r=\(cost.r),p=\(cost.p)$\(salt.unpaddedBase64)$\(hash.unpaddedBase64)"
    }

    /// Whether it is of this password.
    func matches(_ password: String) throws -> Bool {
        areSame(try Self.derive(password, salt: salt, cost: cost, count: hash.count), hash)
    }

    private static func derive(_ password: String, salt: [UInt8], cost: PasswordCost, count: Int) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(
            from: Array(password.utf8), salt: salt, outputByteCount: count, rounds: 1 << cost.logN,
            blockSize: cost.r, parallelism: cost.p
        ).withUnsafeBytes(Array.init)
    }
}
