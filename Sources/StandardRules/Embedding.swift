// The text itself is written by the EmbedRules plugin from rules/.
