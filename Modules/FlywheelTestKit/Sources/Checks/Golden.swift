import FlywheelKit
import Foundation

extension Trial {
    func golden() -> [String] {
        guard let file = given.golden else {
            guard S.manifest.stability != .experimental else { return [] }
            return ["a \(S.manifest.stability.rawValue) stage has a golden file. Name one, \"../Golden/case.json\""]
        }
        let how = "Run the test with RECORD=1 in the environment, and read the difference before you keep it"
        do {
            let text = try rendered()
            if given.isRecording {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: file, atomically: true, encoding: .utf8)
                return ["recorded \(file.path). Read the difference, and run again without RECORD"]
            }
            guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
                return ["there is no \(file.path). \(how)"]
            }
            guard expected != text else { return [] }
            let found = FileManager.default.temporaryDirectory.appending(
                path: "\(S.manifest.id)-\(file.lastPathComponent)")
            try text.write(to: found, atomically: true, encoding: .utf8)
            return [
                """
                \(file.lastPathComponent), \(GoldenDifference(expected, text).words). Compare: diff \(file.path) \(found.path). \(how)
                """
            ]
        } catch {
            return ["the findings cannot be written to \(file.path): \(error)"]
        }
    }

    private func rendered() throws -> String {
        let chunks = zip(given.fixture, whole).map { chunk, sight in
            // Rows that are not there are the check of findings' to report.
            let findings = sight.findings.filter { chunk.rows.contains($0.row) }.sorted {
                ($0.row, $0.kind, $0.discriminator) < ($1.row, $1.kind, $1.discriminator)
            }
            return GoldenChunk(
                account: chunk.account, marketplace: chunk.marketplace, asOf: chunk.asOf,
                findings: findings.map { finding in
                    GoldenFinding(
                        subject: chunk.codes[finding.row], kind: finding.kind, discriminator: finding.discriminator,
                        keepsOnly: finding.weight == .keeps ? true : nil,
                        since: finding.onset, reachesBackTo: finding.reachesBackTo,
                        group: finding.group.map { "\($0.kind.id) \($0.discriminator)" },
                        evidence: finding.evidence,
                        exposure: stage.exposure(of: finding.evidence), resolution: stage.resolve(finding.evidence))
                })
        }
        return try stableJSON(chunks) + "\n"
    }
}

private struct GoldenChunk<Evidence: Encodable>: Encodable {
    let account: String
    let marketplace: String
    let asOf: Instant
    let findings: [GoldenFinding<Evidence>]
}

private struct GoldenFinding<Evidence: Encodable>: Encodable {
    let subject: String
    let kind: String
    let discriminator: String
    let keepsOnly: Bool?
    let since: Instant?
    let reachesBackTo: Instant?
    let group: String?
    let evidence: Evidence
    let exposure: Exposure
    let resolution: Resolution
}

/// JSON that is the same for equal values, and readable in a difference.
func stableJSON(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
