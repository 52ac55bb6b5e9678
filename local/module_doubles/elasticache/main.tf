# A double of terraform-aws-modules/elasticache/aws: the replication group with its subnet group, security group and
# rules. Variables, and the outputs that are not here, come from the module's interface
# (../../module_interfaces/elasticache.json).

resource "aws_elasticache_subnet_group" "this" {
  count       = var.create && var.create_subnet_group ? 1 : 0
  name        = coalesce(var.subnet_group_name, var.replication_group_id)
  description = coalesce(var.subnet_group_description, "Subnets of ${var.replication_group_id}")
  subnet_ids  = var.subnet_ids
  tags        = var.tags
}

resource "aws_security_group" "this" {
  count       = var.create && var.create_security_group ? 1 : 0
  name        = var.security_group_use_name_prefix ? null : var.security_group_name
  name_prefix = var.security_group_use_name_prefix ? "${var.security_group_name}-" : null
  description = var.security_group_description
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, var.security_group_tags)

  lifecycle {
    create_before_destroy = true # as in the module
  }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each                     = { for id, rule in var.security_group_rules : id => rule if try(rule.type, "ingress") == "ingress" }
  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, coalesce(var.port, 6379))
  to_port                      = try(each.value.to_port, coalesce(var.port, 6379))
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)
  description                  = try(each.value.description, null)
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each                     = { for id, rule in var.security_group_rules : id => rule if try(rule.type, "ingress") == "egress" }
  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)
  description                  = try(each.value.description, null)
}

resource "aws_elasticache_parameter_group" "this" {
  count       = var.create && var.create_parameter_group ? 1 : 0
  name        = coalesce(var.parameter_group_name, var.replication_group_id)
  family      = var.parameter_group_family
  description = coalesce(var.parameter_group_description, "Parameters of ${var.replication_group_id}")
  dynamic "parameter" {
    for_each = var.parameters
    content {
      name  = parameter.value.name
      value = parameter.value.value
    }
  }
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id       = var.replication_group_id
  description                = coalesce(var.description, "Replication group")
  engine                     = var.engine
  engine_version             = var.engine_version
  node_type                  = var.node_type
  num_cache_clusters         = var.cluster_mode_enabled ? null : var.num_cache_clusters
  automatic_failover_enabled = var.automatic_failover_enabled
  multi_az_enabled           = var.multi_az_enabled
  port                       = coalesce(var.port, 6379)
  parameter_group_name       = try(aws_elasticache_parameter_group.this[0].name, var.parameter_group_name)
  subnet_group_name          = try(aws_elasticache_subnet_group.this[0].name, var.subnet_group_name)
  security_group_ids         = concat(aws_security_group.this[*].id, var.security_group_ids)
  at_rest_encryption_enabled = var.at_rest_encryption_enabled
  transit_encryption_enabled = var.transit_encryption_enabled
  transit_encryption_mode    = var.transit_encryption_mode
  kms_key_id                 = var.at_rest_encryption_enabled ? var.kms_key_arn : null
  auth_token                 = var.auth_token
  user_group_ids             = var.user_group_ids
  snapshot_retention_limit   = var.snapshot_retention_limit
  snapshot_window            = var.snapshot_window
  maintenance_window         = var.maintenance_window
  final_snapshot_identifier  = var.final_snapshot_identifier
  notification_topic_arn     = var.notification_topic_arn
  apply_immediately          = var.apply_immediately
  auto_minor_version_upgrade = var.auto_minor_version_upgrade
  tags                       = var.tags
}

output "replication_group_id" {
  value = aws_elasticache_replication_group.this.id
}

output "replication_group_arn" {
  value = aws_elasticache_replication_group.this.arn
}

output "replication_group_member_clusters" {
  value = aws_elasticache_replication_group.this.member_clusters
}

output "replication_group_primary_endpoint_address" {
  value = aws_elasticache_replication_group.this.primary_endpoint_address
}

output "replication_group_reader_endpoint_address" {
  value = aws_elasticache_replication_group.this.reader_endpoint_address
}

output "replication_group_port" {
  value = coalesce(var.port, 6379)
}

output "subnet_group_name" {
  value = try(aws_elasticache_subnet_group.this[0].name, var.subnet_group_name)
}

output "security_group_arn" {
  value = try(aws_security_group.this[0].arn, null)
}

output "security_group_id" {
  value = try(aws_security_group.this[0].id, null)
}
