import FlywheelKit

extension Trial {
    func changes() -> [String] {
        guard !S.manifest.changesListings else { return [] }
        return everyFinding.lazy.map(\.finding).filter { finding in
            guard case .act(let remedy) = stage.resolve(finding.evidence).action else { return false }
            return remedy.change != nil
        }.prefix(1).map { finding in
            """
            the remedy of "\(finding.kind)" changes the listing, and no host would ask for it. \
            Set changesListings in the manifest
            """
        }
    }
}
