"""The runbook's questions, as saved queries of CloudWatch Logs Insights."""

from cdktf_cdktf_provider_aws.cloudwatch_query_definition import CloudwatchQueryDefinition
from constructs import Construct

QUERIES = {
    "why-is-this-slow": (
        'filter event = "request"\n'
        "| sort durationMs desc\n"
        "| limit 50\n"
        "| display @timestamp, method, path, status, mode, coldStart, firstByteMs, durationMs, "
        "drainMs, requestId"
    ),
    "who-got-an-error": (
        'filter event = "request" and (status >= 500 or outcome != "ok")\n'
        "| sort @timestamp desc\n"
        "| limit 100\n"
        "| display @timestamp, status, outcome, method, path, durationMs, coldStart, requestId, "
        "@logStream"
    ),
    "what-did-the-cold-start-do": (
        'filter event in ["cold_start", "start_failed", "respawn"]\n'
        "| sort @timestamp desc\n"
        "| limit 100\n"
        "| display @timestamp, event, totalMs, secretsMs, configMs, healthMs, step, error, reason, "
        "@logStream"
    ),
    # LibreChat's lines have no `event`; they name the user where LibreChat knows one.
    "what-did-librechat-say": (
        'filter not ispresent(event) and level in ["error", "warn"]\n'
        "| sort @timestamp desc\n"
        "| limit 100\n"
        "| display @timestamp, level, message, @logStream"
    ),
    "how-much-memory-and-time": (
        'filter @type = "REPORT"\n'
        "| stats count() as invocations, max(@maxMemoryUsed / 1000000) as memoryMB, "
        "pct(@duration, 50) as p50, pct(@duration, 95) as p95, "
        "sum(@billedDuration) / 1000 as billedSeconds by bin(1h)"
    ),
}


def create_queries(scope: Construct, *, name: str, log_group_name: str) -> None:
    """Creates `aws_cloudwatch_query_definition.<scope>_<question>` for each."""
    for question, query in QUERIES.items():
        CloudwatchQueryDefinition(
            scope,
            f"{question}:query",
            name=f"{name}/{question}",
            log_group_names=[log_group_name],
            query_string=query,
        )
