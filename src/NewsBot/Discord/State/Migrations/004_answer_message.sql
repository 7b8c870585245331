CREATE INDEX answer_message ON answer (message);
