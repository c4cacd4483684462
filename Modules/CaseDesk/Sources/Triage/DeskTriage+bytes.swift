import Crypto
public import Foundation
public import Triage

/// Why a file is not the triage of a desk.
public enum DamagedTriage: Error, Hashable, Sendable, CustomStringConvertible {
    /// It does not begin as one does.
    case notTriage
    /// It is not what was written.
    case changed
    /// A model in it is none: of which language, and why.
    case model(language: String, DamagedModel)

    /// What was found and what was expected.
    public var description: String {
        switch self {
        case .notTriage: "it is no triage model; expected a file that flywheel triage train wrote"
        case .changed: "the triage model is damaged or cut off: train it again or take it from a backup"
        case .model(let language, let fault): "its model for \(language) cannot be used: \(fault)"
        }
    }
}

extension DeskTriage {
    private static let mark = Data("flywheel desk triage 1\n".utf8)
    private static let digestBytes = 32

    /// What stands in front of the models.
    private struct Head: Codable {
        struct Entry: Codable {
            let language: String
            let basis: LanguageTriage.Basis
            let bytes: Int
        }
        let source: Source
        let unused: [String: Int]
        let entries: [Entry]
    }

    /// All of it as bytes: a mark, a SHA-256 of what follows, the length of a head in JSON, the head, the models. The same models make
    /// the same bytes.
    public func data() throws -> Data {
        let models = languages.sorted { $0.key < $1.key }.map { ($0.key, $0.value.basis, Data($0.value.model.bytes)) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let head = try encoder.encode(
            Head(
                source: source, unused: unused,
                entries: models.map { Head.Entry(language: $0.0, basis: $0.1, bytes: $0.2.count) }))
        var content = withUnsafeBytes(of: UInt32(head.count).littleEndian) { Data($0) } + head
        for model in models { content += model.2 }
        return Self.mark + Data(SHA256.hash(data: content)) + content
    }

    /// What ``data()`` wrote.
    ///
    /// - Throws: ``DamagedTriage``.
    public init(data: Data) throws(DamagedTriage) {
        guard data.starts(with: Self.mark) else { throw .notTriage }
        let digest = Data(data.dropFirst(Self.mark.count).prefix(Self.digestBytes))
        let content = Data(data.dropFirst(Self.mark.count + Self.digestBytes))
        guard digest == Data(SHA256.hash(data: content)), content.count >= 4 else { throw .changed }
        let headBytes = content.prefix(4).enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
        guard let head = try? JSONDecoder().decode(Head.self, from: content.dropFirst(4).prefix(headBytes)) else {
            throw .changed
        }
        var rest = content.dropFirst(4 + headBytes)
        var languages: [String: LanguageTriage] = [:]
        for entry in head.entries {
            do throws(DamagedModel) {
                let model = try TriageModel(bytes: Array(rest.prefix(max(0, entry.bytes))))
                languages[entry.language] = LanguageTriage(model: model, basis: entry.basis)
            } catch {
                throw .model(language: entry.language, error)
            }
            rest = rest.dropFirst(max(0, entry.bytes))
        }
        self.init(source: head.source, languages: languages, unused: head.unused)
    }
}
