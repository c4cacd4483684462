/// The keys of `flywheel.yaml`, section by section. Every one may be left out, and any other is an error.
enum ConfigurationFile {
    enum Key: String, CaseIterable {
        case actor, currency, horizonDays, feeRate, taxRates, reviewDays, hoursToAct, calendar, owners, changes, review
        /// The workflows that take part; all of them without it.
        case workflows
        /// The numbers and choices that steer detection, by workflow; read once the workflows are known.
        case knobs
        /// How cases are worked; whoever installs a desk reads it.
        case cases
        /// What metrics should be; whoever shows them reads it.
        case metrics
        /// What thresholds are tuned by; whoever tunes them reads it.
        case loop
        /// What maturity is judged by; whoever makes assessments reads it.
        case assessment
        /// What is said in public; whoever publishes it reads it.
        case commitments
        /// Where articles are and who reads them; whoever shows them reads it.
        case articles
        /// How a server serves; whoever runs one reads it.
        case serve
        /// What leaves the house; whoever sends it reads it.
        case outbox
    }

    enum Changes: String, CaseIterable {
        /// The accounts whose approved changes may be written; all others are in test mode.
        case live
        case pricesPerDay
        /// The ids that marketplaces give sellers, by account.
        case sellers
    }

    /// Shares of rows of which people get to judge what lies just below thresholds.
    enum Review: String, CaseIterable { case share, heroShare }

    enum Owner: String, CaseIterable { case owner, workflow, kind, account, marketplace, tier }
}
