import FlywheelKit

extension Trial {
    /// Shares and probabilities outside 0...1 cannot be made; what is left is what only makes sense together.
    func exposures() -> [String] {
        everyFinding.flatMap { chunk, finding in
            faults(of: stage.exposure(of: finding.evidence)).map {
                "\(place(chunk, finding.row)) \"\(finding.kind)\": \($0)"
            }
        }
    }

    private func faults(of exposure: Exposure) -> [String] {
        var faults: [String] = []
        if !(exposure.fixTakesDays >= 0 && exposure.fixTakesDays.isFinite) {
            faults.append("a fix takes \(exposure.fixTakesDays) days. Expected a finite number, 0 or more")
        }
        switch exposure.loss {
        case .nothing: break
        case .dailyShare(let shares):
            if shares.count > 366 {
                faults.append(
                    "\(shares.count) daily shares. The last holds for all days after, a year of them is enough")
            }
        case .stated(let money, let source):
            faults += self.faults(of: StatedSum(money, source: source))
        case .atStake(let sums, let listing):
            faults += sums.flatMap(self.faults)
            if listing?.isEmpty == true { faults.append("a listing without a code. Leave it out where none is known") }
        case .unknown(let reason):
            if reason.isEmpty {
                faults.append("an unknown loss without a reason. Say why nobody can tell what is lost")
            }
        }
        return faults
    }

    private func faults(of sum: StatedSum) -> [String] {
        var faults: [String] = []
        if sum.money.minorUnits < 0 { faults.append("a loss of \(sum.money). A loss is stated as 0 or more") }
        if sum.source.isEmpty {
            faults.append("a loss of \(sum.money) without source. Name the document that states it")
        }
        return faults
    }
}
