import FlywheelKit

extension StageConformance {
    /// Why nothing can be tried on the fixture.
    func misfits() -> [String] {
        guard !fixture.isEmpty else { return ["there is no chunk in the fixture. Add one that shows a problem"] }
        guard fixture.count == signals.count else {
            return ["\(fixture.count) chunks, \(signals.count) signal ports. Give one port for each chunk, in order"]
        }
        var misfits: [String] = []
        for (index, chunk) in fixture.enumerated() {
            if chunk.kind != S.manifest.scans {
                misfits.append(
                    "the stage scans \(S.manifest.scans.rawValue) rows, chunk \(index) is of \(chunk.kind.rawValue) rows"
                )
            }
            for key in S.manifest.reads {
                guard let values = signals[index].values(of: key), values.count != chunk.count else { continue }
                misfits.append(
                    "signal \(key.text) has \(values.count) values for the \(chunk.count) rows of chunk \(index)")
            }
        }
        // An account chunk has one row by nature; any other fixture must have something to cut.
        if S.manifest.scans != .account, fixture.allSatisfy({ $0.count < 2 }) {
            misfits.append("no chunk has two rows, so that cutting proves nothing. Add rows")
        }
        return misfits
    }
}

extension Trial {
    /// A conformance that finds nothing proves nothing.
    func kindsNotShown() -> [String] {
        let findings = everyFinding.map(\.finding).filter { $0.weight == .opens }
        let shown = Set(findings.map(\.kind) + findings.compactMap(\.group?.kind.id))
        return S.manifest.kinds.filter { !shown.contains($0.id) }.map {
            "nothing of kind \"\($0.id)\" was found. Add a row to the fixture that shows it, or drop it from the manifest"
        }
    }
}
