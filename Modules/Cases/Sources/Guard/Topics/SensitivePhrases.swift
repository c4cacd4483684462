/// Phrases that speak of sensitive topics, by language. Each is ours, and in the form that ``Phrase`` reads.
enum SensitivePhrases {
    static let all: [PhraseList<SensitiveTopic>] =
        english + german + spanish + french + italian + japanese

    /// Ordinary words that a typing error would make a sensitive one of.
    static let lookalikes = """
        acceptable agree agreed agreement aisle allows appear appeared appears beach beaches below brand brands burner cable carga cargar cargo \
        carica change changed changes changing charger chargers claire clam compare compared compete complain complains complaint \
        complete completed contact contacted contacting contacts contain contained container containers contains content contents \
        awful bleach concentrate defective detergent strongly unlock unlocked unlocking wrangle \
        count counted counter counts courier couriers demand demander determine diner dinner discontinue discontinued dispatch \
        dispatched exchange explore exploring factor factory factual \
        factura facturas facturo facturar facturado facturada facturados facturadas facturación facturacion \
        facture factures facturer facturé facturée facturées facturés facturons facturez facturation \
        fattura fatturare fatturata fatturate fatturati fatturato fatturazione fatturazioni fatture fatura faturas false find finding flakes former friend friends front hello \
        hospitable hurry immediate immediately insert inserted inspect inspected inspection intend intended late layer layers leave \
        legend lesion lesson lessons market marketing marker meeting meetings mending minute minutes normal paper papers parent \
        parents placement play player playing plying police polite power precise present previous previously pricey prince print \
        prison random reach reached reaches reaching proceed proceeded process processed processes processing reclaim refined refuse regal regale region related relation \
        release released remain research restore restored ruling safely sales salted saved scale scared seated shaped sister store stores story string \
        taxi theater theatre total toward treat treated treating treats tribute versed violet volle wholesale wonder
        """
}
