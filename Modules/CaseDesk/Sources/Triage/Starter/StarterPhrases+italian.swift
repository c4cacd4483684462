extension StarterPhrases {
    static let italian: KeyValuePairs = [
        "where-is-my-order": """
        Dov'è il mio pacco?
        Il mio ordine non è ancora arrivato.
        Quando arriva la consegna?
        Il tracciamento è fermo da giorni.
        Il mio ordine è già stato spedito?
        """,
        "not-received": """
        Risulta consegnato ma non ho nulla.
        Dicono di averlo lasciato alla porta, non c'è niente.
        Neanche i vicini hanno il mio pacco.
        Qualcuno ha firmato al posto mio.
        Segnato come consegnato e mai arrivato.
        """,
        "change-address": """
        Vorrei cambiare l'indirizzo di consegna.
        Ho sbagliato il numero civico.
        Ho traslocato, spedite al nuovo indirizzo.
        Il pacco può andare in ufficio?
        Il codice postale dell'ordine è sbagliato.
        """,
        "cancel-order": """
        Voglio annullare il mio ordine.
        Non speditelo, non mi serve più.
        Ordinato per errore, annullate.
        Ho ordinato due volte, annullatene uno.
        Posso annullare prima della spedizione?
        """,
        "return-item": """
        Voglio restituire questo articolo.
        Come lo rimando indietro?
        Dove trovo l'etichetta di reso?
        Non mi va bene, voglio renderlo.
        Avviate un reso per favore.
        """,
        "refund": """
        Dov'è il mio rimborso?
        Rimborsate il mio ordine per favore.
        L'ho restituito e non ho avuto i soldi.
        Quando riavrò i miei soldi?
        Il rimborso è troppo basso.
        """,
        "damaged-item": """
        L'articolo è arrivato rotto.
        È arrivato con una crepa.
        Non si accende.
        Ci sono graffi dappertutto.
        Dopo un giorno non funziona più.
        """,
        "wrong-item": """
        Avete mandato l'articolo sbagliato.
        Ho ordinato blu e ho ricevuto rosso.
        Non è quello che ho comprato.
        Manca un pezzo nel pacco.
        La taglia non è quella ordinata.
        """,
        "product-question": """
        Quanto è grande?
        È adatto al mio telefono?
        Di che materiale è?
        C'è un manuale?
        Che pile servono?
        """,
        "stock-question": """
        È disponibile?
        Quando torna disponibile?
        Lo avete nella taglia 42?
        È esaurito, quando torna?
        Lo vendete anche in nero?
        """,
        "invoice": """
        Mi serve la fattura del mio ordine.
        La fattura intestata alla società, per favore.
        Dove scarico la ricevuta?
        Manca la partita IVA sulla fattura.
        Il nome sulla fattura è sbagliato.
        """,
        "account-access": """
        Non riesco ad accedere.
        Ho dimenticato la password.
        Il codice di accesso non arriva.
        Reimpostate la mia password.
        La pagina di accesso dà errore.
        """,
        "listing-suppressed": """
        La mia inserzione è stata soppressa.
        Il prodotto non compare più nella ricerca.
        Perché la mia inserzione è inattiva?
        Dice che mancano informazioni nell'inserzione.
        L'immagine è rifiutata e l'inserzione nascosta.
        """,
        "edit-listing": """
        Voglio cambiare il titolo dell'inserzione.
        Come aggiungo foto alla pagina del prodotto?
        La descrizione della pagina non è nostra.
        Unite queste due pagine prodotto per favore.
        La variante è collegata al prodotto sbagliato.
        """,
        "account-suspended": """
        Il mio account venditore è stato sospeso.
        Perché il mio account è disattivato?
        Faccio ricorso contro la sospensione.
        Il mio account è in revisione da due settimane.
        Riattivate il mio account per favore.
        """,
        "payout": """
        Il pagamento delle vendite non è arrivato.
        Quando vengo pagato?
        Il bonifico è fallito.
        Perché trattenete il mio saldo?
        L'importo del pagamento è sbagliato.
        """,
        "fees": """
        Perché mi avete addebitato questa tariffa?
        La commissione è troppo alta.
        Quanto costa lo stoccaggio al mese?
        Avete addebitato la dimensione sbagliata.
        Spiegate le tariffe di questo ordine.
        """,
        "reimbursement": """
        Avete perso il mio inventario, risarcitelo.
        Unità danneggiate nel vostro magazzino.
        Mancano dieci unità e nessuno le ha pagate.
        Voglio segnalare merce smarrita.
        La mia richiesta di risarcimento è stata respinta.
        """,
        "inbound-shipment": """
        La mia spedizione al magazzino è ferma in ricezione.
        Il magazzino ha contato meno unità di quelle inviate.
        Quando viene registrata la mia spedizione in entrata?
        Non riesco a creare una spedizione al magazzino.
        Le etichette dei cartoni non si stampano.
        """,
        "unfair-review": """
        Un concorrente scrive recensioni false.
        Togliete questa recensione ingiusta.
        La recensione riguarda un altro prodotto.
        L'acquirente minaccia una recensione negativa.
        Come segnalo una recensione?
        """,
    ]
}
