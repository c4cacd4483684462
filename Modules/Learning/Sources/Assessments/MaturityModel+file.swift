public import Assessment
import Crypto
import FlywheelStore
import Foundation

/// Why a file is no model of maturity.
public enum MaturityModelError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is not JSON of that form; what was found, and where.
    case unreadable(String)
    /// It can be read and not be used.
    case faults([String])

    /// What was found, in a sentence.
    public var description: String {
        switch self {
        case .unreadable(let reason): "no model of maturity: \(reason)"
        case .faults(let faults): "a model that cannot be used: \(faults.joined(separator: "; "))"
        }
    }
}

extension MaturityModel {
    /// Reads a model from JSON as `flywheel assess model` prints it.
    public init(json: String) throws(MaturityModelError) {
        let model: MaturityModel
        do {
            model = try CanonicalJSON.value(MaturityModel.self, from: json)
        } catch let error as DecodingError {
            throw .unreadable(error.place)
        } catch {
            throw .unreadable("\(error)")
        }
        guard model.faults.isEmpty else { throw .faults(model.faults) }
        self = model
    }

    /// Sixteen hexadecimal digits that follow from all it says: the first of the SHA-256 of its canonical JSON.
    public var hash: String {
        get throws { String(Self.digest(of: Data(try CanonicalJSON.text(self).utf8)).prefix(16)) }
    }

    /// The SHA-256 of some bytes, in hexadecimal digits.
    static func digest(of bytes: some DataProtocol) -> String {
        SHA256.hash(data: bytes).hexadecimal
    }
}

extension DecodingError {
    /// What was expected where, without the parts that only a programmer reads.
    fileprivate var place: String {
        func path(_ context: Context, _ key: (any CodingKey)? = nil) -> String {
            let keys = context.codingPath + [key].compactMap(\.self)
            return keys.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }.joined(separator: ".")
        }
        return switch self {
        case .keyNotFound(let key, let context): "\(path(context, key)) is missing"
        case .typeMismatch(let type, let context): "\(path(context)) is no \(type)"
        case .valueNotFound(let type, let context): "\(path(context)) is null, expected \(type)"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? "it is no JSON" : "\(path(context)): \(context.debugDescription)"
        @unknown default: "it cannot be read"
        }
    }
}
