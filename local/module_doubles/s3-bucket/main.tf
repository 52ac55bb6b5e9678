# A double of terraform-aws-modules/s3-bucket/aws: what a bucket of this project is made of. Variables, and the
# outputs that are not here, come from the module's interface (../../module_interfaces/s3-bucket.json).

locals {
  # The module takes these as JSON, too. An element that is not known before the apply therefore makes the whole list
  # unknown, and with it the number of resources: Terraform refuses to plan, as it does with the module itself.
  cors_rules      = try(jsondecode(var.cors_rule), var.cors_rule)
  lifecycle_rules = try(jsondecode(var.lifecycle_rule), var.lifecycle_rule)

  encryption = try(var.server_side_encryption_configuration.rule, null)
  statements = compact([
    var.attach_policy ? var.policy : null,
    var.attach_deny_insecure_transport_policy ? data.aws_iam_policy_document.tls_only.json : null,
  ])
}

resource "aws_s3_bucket" "this" {
  bucket        = var.bucket
  force_destroy = var.force_destroy
  tags          = var.tags

  # All of the module's resources ask this input, and so wait for what it refers to.
  lifecycle {
    precondition {
      condition     = var.create_bucket
      error_message = "This double creates its bucket always."
    }
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = var.block_public_acls
  block_public_policy     = var.block_public_policy
  ignore_public_acls      = var.ignore_public_acls
  restrict_public_buckets = var.restrict_public_buckets
}

resource "aws_s3_bucket_ownership_controls" "this" {
  count  = var.control_object_ownership ? 1 : 0
  bucket = aws_s3_bucket.this.id
  rule {
    object_ownership = var.object_ownership
  }
}

data "aws_iam_policy_document" "tls_only" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

data "aws_iam_policy_document" "joined" {
  source_policy_documents = local.statements
}

resource "aws_s3_bucket_policy" "this" {
  count      = var.attach_policy || var.attach_deny_insecure_transport_policy ? 1 : 0
  bucket     = aws_s3_bucket.this.id
  policy     = data.aws_iam_policy_document.joined.json
  depends_on = [aws_s3_bucket_public_access_block.this]
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  count  = local.encryption == null ? 0 : 1
  bucket = aws_s3_bucket.this.id
  rule {
    bucket_key_enabled = try(local.encryption.bucket_key_enabled, null)
    apply_server_side_encryption_by_default {
      sse_algorithm     = local.encryption.apply_server_side_encryption_by_default.sse_algorithm
      kms_master_key_id = try(local.encryption.apply_server_side_encryption_by_default.kms_master_key_id, null)
    }
  }
}

resource "aws_s3_bucket_versioning" "this" {
  count  = length(var.versioning) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this.id
  versioning_configuration {
    status = try(tobool(var.versioning.enabled), false) ? "Enabled" : "Suspended"
  }
}

resource "aws_s3_bucket_logging" "this" {
  count         = length(var.logging) > 0 ? 1 : 0
  bucket        = aws_s3_bucket.this.id
  target_bucket = var.logging.target_bucket
  target_prefix = try(var.logging.target_prefix, "")
}

resource "aws_s3_bucket_cors_configuration" "this" {
  count  = length(local.cors_rules) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this.id
  dynamic "cors_rule" {
    for_each = local.cors_rules
    content {
      allowed_methods = cors_rule.value.allowed_methods
      allowed_origins = cors_rule.value.allowed_origins
      allowed_headers = try(cors_rule.value.allowed_headers, null)
      expose_headers  = try(cors_rule.value.expose_headers, null)
      max_age_seconds = try(cors_rule.value.max_age_seconds, null)
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count  = length(local.lifecycle_rules) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this.id
  dynamic "rule" {
    for_each = local.lifecycle_rules
    content {
      id     = rule.value.id
      status = try(rule.value.enabled, false) ? "Enabled" : "Disabled"
      filter {
        prefix = try(rule.value.filter.prefix, "")
      }
      dynamic "abort_incomplete_multipart_upload" {
        for_each = try([rule.value.abort_incomplete_multipart_upload_days], [])
        content {
          days_after_initiation = abort_incomplete_multipart_upload.value
        }
      }
      dynamic "expiration" {
        for_each = try([rule.value.expiration], [])
        content {
          days                         = try(expiration.value.days, null)
          expired_object_delete_marker = try(expiration.value.expired_object_delete_marker, null)
        }
      }
      dynamic "noncurrent_version_expiration" {
        for_each = try([rule.value.noncurrent_version_expiration], [])
        content {
          noncurrent_days = try(noncurrent_version_expiration.value.days, noncurrent_version_expiration.value.noncurrent_days)
        }
      }
    }
  }
  depends_on = [aws_s3_bucket_versioning.this]
}

output "s3_bucket_id" {
  value = try(aws_s3_bucket_policy.this[0].id, aws_s3_bucket.this.id)
}

output "s3_bucket_arn" {
  value = aws_s3_bucket.this.arn
}

output "s3_bucket_bucket_domain_name" {
  value = aws_s3_bucket.this.bucket_domain_name
}

output "s3_bucket_bucket_regional_domain_name" {
  value = aws_s3_bucket.this.bucket_regional_domain_name
}

output "s3_bucket_hosted_zone_id" {
  value = aws_s3_bucket.this.hosted_zone_id
}

output "s3_bucket_region" {
  value = aws_s3_bucket.this.region
}
