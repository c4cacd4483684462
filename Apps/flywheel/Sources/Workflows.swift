import FlywheelRuntime

/// The workflows this program runs, one line each. The manifest imports them.
let workflows: [InstalledStage] = [
    InstalledStage(AccountHealthStage.self),
    InstalledStage(CasesStage.self),
    InstalledStage(DeliveriesStage.self),
    InstalledStage(ForecastingStage.self),
    InstalledStage(InventoryStage.self),
    InstalledStage(PricingStage.self),
    InstalledStage(SuppressionsStage.self),
]
