from pkgutil import extend_path
__path__ = extend_path(__path__, __name__)

import abc
import builtins
import datetime
import enum
import typing

import jsii
import publication
import typing_extensions

import typeguard
from importlib.metadata import version as _metadata_package_version
TYPEGUARD_MAJOR_VERSION = int(_metadata_package_version('typeguard').split('.')[0])

def check_type(argname: str, value: object, expected_type: typing.Any) -> typing.Any:
    if TYPEGUARD_MAJOR_VERSION <= 2:
        return typeguard.check_type(argname=argname, value=value, expected_type=expected_type) # type:ignore
    else:
        if isinstance(value, jsii._reference_map.InterfaceDynamicProxy): # pyright: ignore [reportAttributeAccessIssue]
           pass
        else:
            if TYPEGUARD_MAJOR_VERSION == 3:
                typeguard.config.collection_check_strategy = typeguard.CollectionCheckStrategy.ALL_ITEMS # type:ignore
                typeguard.check_type(value=value, expected_type=expected_type) # type:ignore
            else:
                typeguard.check_type(value=value, expected_type=expected_type, collection_check_strategy=typeguard.CollectionCheckStrategy.ALL_ITEMS) # type:ignore

from ._jsii import *

import cdktf as _cdktf_9a9027ec
import constructs as _constructs_77d1e7e8


class Cloudfront(
    _cdktf_9a9027ec.TerraformModule,
    metaclass=jsii.JSIIMeta,
    jsii_type="cloudfront.Cloudfront",
):
    '''Defines an Cloudfront based on a Terraform module.

    Docs at Terraform Registry: {@link https://registry.terraform.io/modules/terraform-aws-modules/cloudfront/aws/4.2.0 terraform-aws-modules/cloudfront/aws}
    '''

    def __init__(
        self,
        scope: _constructs_77d1e7e8.Construct,
        id: builtins.str,
        *,
        aliases: typing.Optional[typing.Sequence[builtins.str]] = None,
        comment: typing.Optional[builtins.str] = None,
        continuous_deployment_policy_id: typing.Optional[builtins.str] = None,
        create_distribution: typing.Optional[builtins.bool] = None,
        create_monitoring_subscription: typing.Optional[builtins.bool] = None,
        create_origin_access_control: typing.Optional[builtins.bool] = None,
        create_origin_access_identity: typing.Optional[builtins.bool] = None,
        create_vpc_origin: typing.Optional[builtins.bool] = None,
        custom_error_response: typing.Any = None,
        default_cache_behavior: typing.Any = None,
        default_root_object: typing.Optional[builtins.str] = None,
        enabled: typing.Optional[builtins.bool] = None,
        geo_restriction: typing.Any = None,
        http_version: typing.Optional[builtins.str] = None,
        is_ipv6_enabled: typing.Optional[builtins.bool] = None,
        logging_config: typing.Any = None,
        ordered_cache_behavior: typing.Any = None,
        origin: typing.Any = None,
        origin_access_control: typing.Optional[typing.Mapping[builtins.str, typing.Any]] = None,
        origin_access_identities: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        origin_group: typing.Any = None,
        price_class: typing.Optional[builtins.str] = None,
        realtime_metrics_subscription_status: typing.Optional[builtins.str] = None,
        retain_on_delete: typing.Optional[builtins.bool] = None,
        staging: typing.Optional[builtins.bool] = None,
        tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        viewer_certificate: typing.Any = None,
        vpc_origin: typing.Optional[typing.Mapping[builtins.str, typing.Any]] = None,
        vpc_origin_timeouts: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        wait_for_deployment: typing.Optional[builtins.bool] = None,
        web_acl_id: typing.Optional[builtins.str] = None,
        depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
        for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
        providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
        skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param scope: -
        :param id: -
        :param aliases: -
        :param comment: -
        :param continuous_deployment_policy_id: -
        :param create_distribution: true.
        :param create_monitoring_subscription: -
        :param create_origin_access_control: -
        :param create_origin_access_identity: -
        :param create_vpc_origin: -
        :param custom_error_response: -
        :param default_cache_behavior: -
        :param default_root_object: -
        :param enabled: true.
        :param geo_restriction: -
        :param http_version: http2.
        :param is_ipv6_enabled: -
        :param logging_config: -
        :param ordered_cache_behavior: -
        :param origin: -
        :param origin_access_control: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param origin_access_identities: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param origin_group: -
        :param price_class: -
        :param realtime_metrics_subscription_status: Enabled.
        :param retain_on_delete: -
        :param staging: -
        :param tags: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param viewer_certificate: -
        :param vpc_origin: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param vpc_origin_timeouts: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param wait_for_deployment: true.
        :param web_acl_id: -
        :param depends_on: 
        :param for_each: 
        :param providers: 
        :param skip_asset_creation_from_local_modules: 
        '''
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__04a0f78f357b4403ac5b72aa603f46ce67c5ee7a3be48237be4e1fe45d4679cd)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        config = CloudfrontConfig(
            aliases=aliases,
            comment=comment,
            continuous_deployment_policy_id=continuous_deployment_policy_id,
            create_distribution=create_distribution,
            create_monitoring_subscription=create_monitoring_subscription,
            create_origin_access_control=create_origin_access_control,
            create_origin_access_identity=create_origin_access_identity,
            create_vpc_origin=create_vpc_origin,
            custom_error_response=custom_error_response,
            default_cache_behavior=default_cache_behavior,
            default_root_object=default_root_object,
            enabled=enabled,
            geo_restriction=geo_restriction,
            http_version=http_version,
            is_ipv6_enabled=is_ipv6_enabled,
            logging_config=logging_config,
            ordered_cache_behavior=ordered_cache_behavior,
            origin=origin,
            origin_access_control=origin_access_control,
            origin_access_identities=origin_access_identities,
            origin_group=origin_group,
            price_class=price_class,
            realtime_metrics_subscription_status=realtime_metrics_subscription_status,
            retain_on_delete=retain_on_delete,
            staging=staging,
            tags=tags,
            viewer_certificate=viewer_certificate,
            vpc_origin=vpc_origin,
            vpc_origin_timeouts=vpc_origin_timeouts,
            wait_for_deployment=wait_for_deployment,
            web_acl_id=web_acl_id,
            depends_on=depends_on,
            for_each=for_each,
            providers=providers,
            skip_asset_creation_from_local_modules=skip_asset_creation_from_local_modules,
        )

        jsii.create(self.__class__, self, [scope, id, config])

    @jsii.member(jsii_name="synthesizeAttributes")
    def _synthesize_attributes(self) -> typing.Mapping[builtins.str, typing.Any]:
        return typing.cast(typing.Mapping[builtins.str, typing.Any], jsii.invoke(self, "synthesizeAttributes", []))

    @jsii.member(jsii_name="synthesizeHclAttributes")
    def _synthesize_hcl_attributes(self) -> typing.Mapping[builtins.str, typing.Any]:
        return typing.cast(typing.Mapping[builtins.str, typing.Any], jsii.invoke(self, "synthesizeHclAttributes", []))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontDistributionArnOutput")
    def cloudfront_distribution_arn_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontDistributionArnOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontDistributionCallerReferenceOutput")
    def cloudfront_distribution_caller_reference_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontDistributionCallerReferenceOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontDistributionDomainNameOutput")
    def cloudfront_distribution_domain_name_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontDistributionDomainNameOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontDistributionEtagOutput")
    def cloudfront_distribution_etag_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontDistributionEtagOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontDistributionHostedZoneIdOutput")
    def cloudfront_distribution_hosted_zone_id_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontDistributionHostedZoneIdOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontDistributionIdOutput")
    def cloudfront_distribution_id_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontDistributionIdOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontDistributionInProgressValidationBatchesOutput")
    def cloudfront_distribution_in_progress_validation_batches_output(
        self,
    ) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontDistributionInProgressValidationBatchesOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontDistributionLastModifiedTimeOutput")
    def cloudfront_distribution_last_modified_time_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontDistributionLastModifiedTimeOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontDistributionStatusOutput")
    def cloudfront_distribution_status_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontDistributionStatusOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontDistributionTagsOutput")
    def cloudfront_distribution_tags_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontDistributionTagsOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontDistributionTrustedSignersOutput")
    def cloudfront_distribution_trusted_signers_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontDistributionTrustedSignersOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontMonitoringSubscriptionIdOutput")
    def cloudfront_monitoring_subscription_id_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontMonitoringSubscriptionIdOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontOriginAccessControlsIdsOutput")
    def cloudfront_origin_access_controls_ids_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontOriginAccessControlsIdsOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontOriginAccessControlsOutput")
    def cloudfront_origin_access_controls_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontOriginAccessControlsOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontOriginAccessIdentitiesOutput")
    def cloudfront_origin_access_identities_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontOriginAccessIdentitiesOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontOriginAccessIdentityIamArnsOutput")
    def cloudfront_origin_access_identity_iam_arns_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontOriginAccessIdentityIamArnsOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontOriginAccessIdentityIdsOutput")
    def cloudfront_origin_access_identity_ids_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontOriginAccessIdentityIdsOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudfrontVpcOriginIdsOutput")
    def cloudfront_vpc_origin_ids_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudfrontVpcOriginIdsOutput"))

    @builtins.property
    @jsii.member(jsii_name="customErrorResponse")
    def custom_error_response(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "customErrorResponse"))

    @custom_error_response.setter
    def custom_error_response(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__41f3c7a766b77837f03900787a37b723dfefaeebbd5936218d9f4861e6149040)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "customErrorResponse", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="defaultCacheBehavior")
    def default_cache_behavior(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "defaultCacheBehavior"))

    @default_cache_behavior.setter
    def default_cache_behavior(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__3149a7228172fb23d47763343c91ee5007672aacd73449835d4e10f68c2065a5)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "defaultCacheBehavior", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="geoRestriction")
    def geo_restriction(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "geoRestriction"))

    @geo_restriction.setter
    def geo_restriction(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__99958ec5e65b333d1efd7b95b52a1a01470826b6723276fd43e93cb69f15eb57)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "geoRestriction", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="loggingConfig")
    def logging_config(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "loggingConfig"))

    @logging_config.setter
    def logging_config(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__5538af94af03f9f3ebafbdb6c284c685b52d0fd790a9d473e50d44c4a14e7d87)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "loggingConfig", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="orderedCacheBehavior")
    def ordered_cache_behavior(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "orderedCacheBehavior"))

    @ordered_cache_behavior.setter
    def ordered_cache_behavior(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__33e2a33111929289f8bfd44c99b4184d6aaff4fc276e3e0c7aeb7f2cee521140)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "orderedCacheBehavior", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="origin")
    def origin(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "origin"))

    @origin.setter
    def origin(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__06268ff26059daa219369e0fe1168086da3c392cba99133afa4662a07686c1d4)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "origin", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="originGroup")
    def origin_group(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "originGroup"))

    @origin_group.setter
    def origin_group(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__b88d133bbb82ecf67a1023ef444fb618a245302105b3284d8a3e77689f38c17f)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "originGroup", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="viewerCertificate")
    def viewer_certificate(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "viewerCertificate"))

    @viewer_certificate.setter
    def viewer_certificate(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__048dff8207cb76f32818f3cb4dc271874238cf008ff0a6b77b5fb1e72c1574b1)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "viewerCertificate", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="aliases")
    def aliases(self) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "aliases"))

    @aliases.setter
    def aliases(self, value: typing.Optional[typing.List[builtins.str]]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__0ab424abb94a13d318a50fcd0c2a093647011eccc9782f288cc29daae71696d0)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "aliases", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="comment")
    def comment(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "comment"))

    @comment.setter
    def comment(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__39e7e1c4eb797cd4b79fd963b74768c5dea743f3e112f48fc8a9bb3423456281)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "comment", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="continuousDeploymentPolicyId")
    def continuous_deployment_policy_id(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "continuousDeploymentPolicyId"))

    @continuous_deployment_policy_id.setter
    def continuous_deployment_policy_id(
        self,
        value: typing.Optional[builtins.str],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__58e307f791d5213fd350a219485b71fa1bea767f4192aafdd8d811aef6a6ed43)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "continuousDeploymentPolicyId", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createDistribution")
    def create_distribution(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createDistribution"))

    @create_distribution.setter
    def create_distribution(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__a15344d1b5e45eb068adc4634a29d1c1ef675ffb1618c133b564ac3865521565)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createDistribution", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createMonitoringSubscription")
    def create_monitoring_subscription(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createMonitoringSubscription"))

    @create_monitoring_subscription.setter
    def create_monitoring_subscription(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__65e9fb8ed271f61121ea5843af4fcf5b71648a54692825818c622e1178bf899a)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createMonitoringSubscription", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createOriginAccessControl")
    def create_origin_access_control(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createOriginAccessControl"))

    @create_origin_access_control.setter
    def create_origin_access_control(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__bcd502c3b04a6141b809512a15a242a7dec7b10c69376070aecc9175d80217d2)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createOriginAccessControl", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createOriginAccessIdentity")
    def create_origin_access_identity(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createOriginAccessIdentity"))

    @create_origin_access_identity.setter
    def create_origin_access_identity(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__ca9baaa7205bf12a925f99a5dad63466282a9c499e2ac352331cdf0f5c410bb2)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createOriginAccessIdentity", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createVpcOrigin")
    def create_vpc_origin(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createVpcOrigin"))

    @create_vpc_origin.setter
    def create_vpc_origin(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__137c106b83db86772564b69003a78385ccbd8e7faf2dcb833039bc6185ad2b36)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createVpcOrigin", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="defaultRootObject")
    def default_root_object(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "defaultRootObject"))

    @default_root_object.setter
    def default_root_object(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__7ae4caf92d7d800d0a1dfc1b24ea490830a8dff0ea609d8defa55c6314e60da2)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "defaultRootObject", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="enabled")
    def enabled(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "enabled"))

    @enabled.setter
    def enabled(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__9aa55951f9493b079070968d2de14a13bacac790a6ff11b3823c8201b2fd27f0)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "enabled", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="httpVersion")
    def http_version(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "httpVersion"))

    @http_version.setter
    def http_version(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__fa2739fbccce8402cf9f7a56362fe9b2d3f51383a24d0b372a1b642408437f48)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "httpVersion", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="isIpv6Enabled")
    def is_ipv6_enabled(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "isIpv6Enabled"))

    @is_ipv6_enabled.setter
    def is_ipv6_enabled(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__4445020056b8e3555999fd21b674abf7f5bfbfff5da8de6312734151a917d23c)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "isIpv6Enabled", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="originAccessControl")
    def origin_access_control(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, typing.Any]]:
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, typing.Any]], jsii.get(self, "originAccessControl"))

    @origin_access_control.setter
    def origin_access_control(
        self,
        value: typing.Optional[typing.Mapping[builtins.str, typing.Any]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__f860c72c6bd409551fb363f1833ee1865db740121848a066f1367ad84e18e57a)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "originAccessControl", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="originAccessIdentities")
    def origin_access_identities(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], jsii.get(self, "originAccessIdentities"))

    @origin_access_identities.setter
    def origin_access_identities(
        self,
        value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__7393e1f56234f0b10e2624d8bfee5940b46e3807b8c8ecefd21bd69662cb5e28)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "originAccessIdentities", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="priceClass")
    def price_class(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "priceClass"))

    @price_class.setter
    def price_class(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__396b0fa734a74f67bfe2382c9f0169e72bd1783b885086e26a0e788186cc71f6)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "priceClass", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="realtimeMetricsSubscriptionStatus")
    def realtime_metrics_subscription_status(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "realtimeMetricsSubscriptionStatus"))

    @realtime_metrics_subscription_status.setter
    def realtime_metrics_subscription_status(
        self,
        value: typing.Optional[builtins.str],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__307002578932140dd05d76e5dc455108a0607fdc2c4b614efa5b4e14d7a99629)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "realtimeMetricsSubscriptionStatus", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="retainOnDelete")
    def retain_on_delete(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "retainOnDelete"))

    @retain_on_delete.setter
    def retain_on_delete(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__681d968a3efc84c62b918b146c51af7af14fb3822f68443a4a3ea11a060faa71)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "retainOnDelete", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="staging")
    def staging(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "staging"))

    @staging.setter
    def staging(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__63a7659f29f763bfcf2e75d7c4faaf612b9ec2720fccffe008c101e3bf775608)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "staging", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="tags")
    def tags(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], jsii.get(self, "tags"))

    @tags.setter
    def tags(
        self,
        value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__70100a5da8711c9b1f6619399fda13bf1aa913a2877427effdb2ce12af161e97)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "tags", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="vpcOrigin")
    def vpc_origin(self) -> typing.Optional[typing.Mapping[builtins.str, typing.Any]]:
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, typing.Any]], jsii.get(self, "vpcOrigin"))

    @vpc_origin.setter
    def vpc_origin(
        self,
        value: typing.Optional[typing.Mapping[builtins.str, typing.Any]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__0b4aa8897642c84681564bb796ea713250e5064cec6db46b2b473761795a4f4b)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "vpcOrigin", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="vpcOriginTimeouts")
    def vpc_origin_timeouts(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], jsii.get(self, "vpcOriginTimeouts"))

    @vpc_origin_timeouts.setter
    def vpc_origin_timeouts(
        self,
        value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__8a7bfbc294969668165143acfd2372bcb80e0a6c409f6da4550556ca100af5a1)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "vpcOriginTimeouts", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="waitForDeployment")
    def wait_for_deployment(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "waitForDeployment"))

    @wait_for_deployment.setter
    def wait_for_deployment(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__13ee65e7c6b188b2fe297e2d2b7706593a695f0238cfe247b0407fcbf98e5a68)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "waitForDeployment", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="webAclId")
    def web_acl_id(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "webAclId"))

    @web_acl_id.setter
    def web_acl_id(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__56e2ed4311f81bbedd90d19de2aeb3686a1e0ba68401a4ebe3458347853e7fa4)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "webAclId", value) # pyright: ignore[reportArgumentType]


@jsii.data_type(
    jsii_type="cloudfront.CloudfrontConfig",
    jsii_struct_bases=[_cdktf_9a9027ec.TerraformModuleUserConfig],
    name_mapping={
        "depends_on": "dependsOn",
        "for_each": "forEach",
        "providers": "providers",
        "skip_asset_creation_from_local_modules": "skipAssetCreationFromLocalModules",
        "aliases": "aliases",
        "comment": "comment",
        "continuous_deployment_policy_id": "continuousDeploymentPolicyId",
        "create_distribution": "createDistribution",
        "create_monitoring_subscription": "createMonitoringSubscription",
        "create_origin_access_control": "createOriginAccessControl",
        "create_origin_access_identity": "createOriginAccessIdentity",
        "create_vpc_origin": "createVpcOrigin",
        "custom_error_response": "customErrorResponse",
        "default_cache_behavior": "defaultCacheBehavior",
        "default_root_object": "defaultRootObject",
        "enabled": "enabled",
        "geo_restriction": "geoRestriction",
        "http_version": "httpVersion",
        "is_ipv6_enabled": "isIpv6Enabled",
        "logging_config": "loggingConfig",
        "ordered_cache_behavior": "orderedCacheBehavior",
        "origin": "origin",
        "origin_access_control": "originAccessControl",
        "origin_access_identities": "originAccessIdentities",
        "origin_group": "originGroup",
        "price_class": "priceClass",
        "realtime_metrics_subscription_status": "realtimeMetricsSubscriptionStatus",
        "retain_on_delete": "retainOnDelete",
        "staging": "staging",
        "tags": "tags",
        "viewer_certificate": "viewerCertificate",
        "vpc_origin": "vpcOrigin",
        "vpc_origin_timeouts": "vpcOriginTimeouts",
        "wait_for_deployment": "waitForDeployment",
        "web_acl_id": "webAclId",
    },
)
class CloudfrontConfig(_cdktf_9a9027ec.TerraformModuleUserConfig):
    def __init__(
        self,
        *,
        depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
        for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
        providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
        skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
        aliases: typing.Optional[typing.Sequence[builtins.str]] = None,
        comment: typing.Optional[builtins.str] = None,
        continuous_deployment_policy_id: typing.Optional[builtins.str] = None,
        create_distribution: typing.Optional[builtins.bool] = None,
        create_monitoring_subscription: typing.Optional[builtins.bool] = None,
        create_origin_access_control: typing.Optional[builtins.bool] = None,
        create_origin_access_identity: typing.Optional[builtins.bool] = None,
        create_vpc_origin: typing.Optional[builtins.bool] = None,
        custom_error_response: typing.Any = None,
        default_cache_behavior: typing.Any = None,
        default_root_object: typing.Optional[builtins.str] = None,
        enabled: typing.Optional[builtins.bool] = None,
        geo_restriction: typing.Any = None,
        http_version: typing.Optional[builtins.str] = None,
        is_ipv6_enabled: typing.Optional[builtins.bool] = None,
        logging_config: typing.Any = None,
        ordered_cache_behavior: typing.Any = None,
        origin: typing.Any = None,
        origin_access_control: typing.Optional[typing.Mapping[builtins.str, typing.Any]] = None,
        origin_access_identities: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        origin_group: typing.Any = None,
        price_class: typing.Optional[builtins.str] = None,
        realtime_metrics_subscription_status: typing.Optional[builtins.str] = None,
        retain_on_delete: typing.Optional[builtins.bool] = None,
        staging: typing.Optional[builtins.bool] = None,
        tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        viewer_certificate: typing.Any = None,
        vpc_origin: typing.Optional[typing.Mapping[builtins.str, typing.Any]] = None,
        vpc_origin_timeouts: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        wait_for_deployment: typing.Optional[builtins.bool] = None,
        web_acl_id: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param depends_on: 
        :param for_each: 
        :param providers: 
        :param skip_asset_creation_from_local_modules: 
        :param aliases: -
        :param comment: -
        :param continuous_deployment_policy_id: -
        :param create_distribution: true.
        :param create_monitoring_subscription: -
        :param create_origin_access_control: -
        :param create_origin_access_identity: -
        :param create_vpc_origin: -
        :param custom_error_response: -
        :param default_cache_behavior: -
        :param default_root_object: -
        :param enabled: true.
        :param geo_restriction: -
        :param http_version: http2.
        :param is_ipv6_enabled: -
        :param logging_config: -
        :param ordered_cache_behavior: -
        :param origin: -
        :param origin_access_control: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param origin_access_identities: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param origin_group: -
        :param price_class: -
        :param realtime_metrics_subscription_status: Enabled.
        :param retain_on_delete: -
        :param staging: -
        :param tags: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param viewer_certificate: -
        :param vpc_origin: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param vpc_origin_timeouts: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param wait_for_deployment: true.
        :param web_acl_id: -
        '''
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__ed0c898bbd7ba13daa9c31a1d22783215b65d7cded12ec52e37bcfd2907e978d)
            check_type(argname="argument depends_on", value=depends_on, expected_type=type_hints["depends_on"])
            check_type(argname="argument for_each", value=for_each, expected_type=type_hints["for_each"])
            check_type(argname="argument providers", value=providers, expected_type=type_hints["providers"])
            check_type(argname="argument skip_asset_creation_from_local_modules", value=skip_asset_creation_from_local_modules, expected_type=type_hints["skip_asset_creation_from_local_modules"])
            check_type(argname="argument aliases", value=aliases, expected_type=type_hints["aliases"])
            check_type(argname="argument comment", value=comment, expected_type=type_hints["comment"])
            check_type(argname="argument continuous_deployment_policy_id", value=continuous_deployment_policy_id, expected_type=type_hints["continuous_deployment_policy_id"])
            check_type(argname="argument create_distribution", value=create_distribution, expected_type=type_hints["create_distribution"])
            check_type(argname="argument create_monitoring_subscription", value=create_monitoring_subscription, expected_type=type_hints["create_monitoring_subscription"])
            check_type(argname="argument create_origin_access_control", value=create_origin_access_control, expected_type=type_hints["create_origin_access_control"])
            check_type(argname="argument create_origin_access_identity", value=create_origin_access_identity, expected_type=type_hints["create_origin_access_identity"])
            check_type(argname="argument create_vpc_origin", value=create_vpc_origin, expected_type=type_hints["create_vpc_origin"])
            check_type(argname="argument custom_error_response", value=custom_error_response, expected_type=type_hints["custom_error_response"])
            check_type(argname="argument default_cache_behavior", value=default_cache_behavior, expected_type=type_hints["default_cache_behavior"])
            check_type(argname="argument default_root_object", value=default_root_object, expected_type=type_hints["default_root_object"])
            check_type(argname="argument enabled", value=enabled, expected_type=type_hints["enabled"])
            check_type(argname="argument geo_restriction", value=geo_restriction, expected_type=type_hints["geo_restriction"])
            check_type(argname="argument http_version", value=http_version, expected_type=type_hints["http_version"])
            check_type(argname="argument is_ipv6_enabled", value=is_ipv6_enabled, expected_type=type_hints["is_ipv6_enabled"])
            check_type(argname="argument logging_config", value=logging_config, expected_type=type_hints["logging_config"])
            check_type(argname="argument ordered_cache_behavior", value=ordered_cache_behavior, expected_type=type_hints["ordered_cache_behavior"])
            check_type(argname="argument origin", value=origin, expected_type=type_hints["origin"])
            check_type(argname="argument origin_access_control", value=origin_access_control, expected_type=type_hints["origin_access_control"])
            check_type(argname="argument origin_access_identities", value=origin_access_identities, expected_type=type_hints["origin_access_identities"])
            check_type(argname="argument origin_group", value=origin_group, expected_type=type_hints["origin_group"])
            check_type(argname="argument price_class", value=price_class, expected_type=type_hints["price_class"])
            check_type(argname="argument realtime_metrics_subscription_status", value=realtime_metrics_subscription_status, expected_type=type_hints["realtime_metrics_subscription_status"])
            check_type(argname="argument retain_on_delete", value=retain_on_delete, expected_type=type_hints["retain_on_delete"])
            check_type(argname="argument staging", value=staging, expected_type=type_hints["staging"])
            check_type(argname="argument tags", value=tags, expected_type=type_hints["tags"])
            check_type(argname="argument viewer_certificate", value=viewer_certificate, expected_type=type_hints["viewer_certificate"])
            check_type(argname="argument vpc_origin", value=vpc_origin, expected_type=type_hints["vpc_origin"])
            check_type(argname="argument vpc_origin_timeouts", value=vpc_origin_timeouts, expected_type=type_hints["vpc_origin_timeouts"])
            check_type(argname="argument wait_for_deployment", value=wait_for_deployment, expected_type=type_hints["wait_for_deployment"])
            check_type(argname="argument web_acl_id", value=web_acl_id, expected_type=type_hints["web_acl_id"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if depends_on is not None:
            self._values["depends_on"] = depends_on
        if for_each is not None:
            self._values["for_each"] = for_each
        if providers is not None:
            self._values["providers"] = providers
        if skip_asset_creation_from_local_modules is not None:
            self._values["skip_asset_creation_from_local_modules"] = skip_asset_creation_from_local_modules
        if aliases is not None:
            self._values["aliases"] = aliases
        if comment is not None:
            self._values["comment"] = comment
        if continuous_deployment_policy_id is not None:
            self._values["continuous_deployment_policy_id"] = continuous_deployment_policy_id
        if create_distribution is not None:
            self._values["create_distribution"] = create_distribution
        if create_monitoring_subscription is not None:
            self._values["create_monitoring_subscription"] = create_monitoring_subscription
        if create_origin_access_control is not None:
            self._values["create_origin_access_control"] = create_origin_access_control
        if create_origin_access_identity is not None:
            self._values["create_origin_access_identity"] = create_origin_access_identity
        if create_vpc_origin is not None:
            self._values["create_vpc_origin"] = create_vpc_origin
        if custom_error_response is not None:
            self._values["custom_error_response"] = custom_error_response
        if default_cache_behavior is not None:
            self._values["default_cache_behavior"] = default_cache_behavior
        if default_root_object is not None:
            self._values["default_root_object"] = default_root_object
        if enabled is not None:
            self._values["enabled"] = enabled
        if geo_restriction is not None:
            self._values["geo_restriction"] = geo_restriction
        if http_version is not None:
            self._values["http_version"] = http_version
        if is_ipv6_enabled is not None:
            self._values["is_ipv6_enabled"] = is_ipv6_enabled
        if logging_config is not None:
            self._values["logging_config"] = logging_config
        if ordered_cache_behavior is not None:
            self._values["ordered_cache_behavior"] = ordered_cache_behavior
        if origin is not None:
            self._values["origin"] = origin
        if origin_access_control is not None:
            self._values["origin_access_control"] = origin_access_control
        if origin_access_identities is not None:
            self._values["origin_access_identities"] = origin_access_identities
        if origin_group is not None:
            self._values["origin_group"] = origin_group
        if price_class is not None:
            self._values["price_class"] = price_class
        if realtime_metrics_subscription_status is not None:
            self._values["realtime_metrics_subscription_status"] = realtime_metrics_subscription_status
        if retain_on_delete is not None:
            self._values["retain_on_delete"] = retain_on_delete
        if staging is not None:
            self._values["staging"] = staging
        if tags is not None:
            self._values["tags"] = tags
        if viewer_certificate is not None:
            self._values["viewer_certificate"] = viewer_certificate
        if vpc_origin is not None:
            self._values["vpc_origin"] = vpc_origin
        if vpc_origin_timeouts is not None:
            self._values["vpc_origin_timeouts"] = vpc_origin_timeouts
        if wait_for_deployment is not None:
            self._values["wait_for_deployment"] = wait_for_deployment
        if web_acl_id is not None:
            self._values["web_acl_id"] = web_acl_id

    @builtins.property
    def depends_on(
        self,
    ) -> typing.Optional[typing.List[_cdktf_9a9027ec.ITerraformDependable]]:
        '''
        :stability: experimental
        '''
        result = self._values.get("depends_on")
        return typing.cast(typing.Optional[typing.List[_cdktf_9a9027ec.ITerraformDependable]], result)

    @builtins.property
    def for_each(self) -> typing.Optional[_cdktf_9a9027ec.ITerraformIterator]:
        '''
        :stability: experimental
        '''
        result = self._values.get("for_each")
        return typing.cast(typing.Optional[_cdktf_9a9027ec.ITerraformIterator], result)

    @builtins.property
    def providers(
        self,
    ) -> typing.Optional[typing.List[typing.Union[_cdktf_9a9027ec.TerraformProvider, _cdktf_9a9027ec.TerraformModuleProvider]]]:
        '''
        :stability: experimental
        '''
        result = self._values.get("providers")
        return typing.cast(typing.Optional[typing.List[typing.Union[_cdktf_9a9027ec.TerraformProvider, _cdktf_9a9027ec.TerraformModuleProvider]]], result)

    @builtins.property
    def skip_asset_creation_from_local_modules(self) -> typing.Optional[builtins.bool]:
        '''
        :stability: experimental
        '''
        result = self._values.get("skip_asset_creation_from_local_modules")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def aliases(self) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("aliases")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def comment(self) -> typing.Optional[builtins.str]:
        result = self._values.get("comment")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def continuous_deployment_policy_id(self) -> typing.Optional[builtins.str]:
        result = self._values.get("continuous_deployment_policy_id")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def create_distribution(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("create_distribution")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create_monitoring_subscription(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("create_monitoring_subscription")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create_origin_access_control(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("create_origin_access_control")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create_origin_access_identity(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("create_origin_access_identity")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create_vpc_origin(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("create_vpc_origin")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def custom_error_response(self) -> typing.Any:
        result = self._values.get("custom_error_response")
        return typing.cast(typing.Any, result)

    @builtins.property
    def default_cache_behavior(self) -> typing.Any:
        result = self._values.get("default_cache_behavior")
        return typing.cast(typing.Any, result)

    @builtins.property
    def default_root_object(self) -> typing.Optional[builtins.str]:
        result = self._values.get("default_root_object")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def enabled(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("enabled")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def geo_restriction(self) -> typing.Any:
        result = self._values.get("geo_restriction")
        return typing.cast(typing.Any, result)

    @builtins.property
    def http_version(self) -> typing.Optional[builtins.str]:
        '''http2.'''
        result = self._values.get("http_version")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def is_ipv6_enabled(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("is_ipv6_enabled")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def logging_config(self) -> typing.Any:
        result = self._values.get("logging_config")
        return typing.cast(typing.Any, result)

    @builtins.property
    def ordered_cache_behavior(self) -> typing.Any:
        result = self._values.get("ordered_cache_behavior")
        return typing.cast(typing.Any, result)

    @builtins.property
    def origin(self) -> typing.Any:
        result = self._values.get("origin")
        return typing.cast(typing.Any, result)

    @builtins.property
    def origin_access_control(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, typing.Any]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("origin_access_control")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, typing.Any]], result)

    @builtins.property
    def origin_access_identities(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("origin_access_identities")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def origin_group(self) -> typing.Any:
        result = self._values.get("origin_group")
        return typing.cast(typing.Any, result)

    @builtins.property
    def price_class(self) -> typing.Optional[builtins.str]:
        result = self._values.get("price_class")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def realtime_metrics_subscription_status(self) -> typing.Optional[builtins.str]:
        '''Enabled.'''
        result = self._values.get("realtime_metrics_subscription_status")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def retain_on_delete(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("retain_on_delete")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def staging(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("staging")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def tags(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("tags")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def viewer_certificate(self) -> typing.Any:
        result = self._values.get("viewer_certificate")
        return typing.cast(typing.Any, result)

    @builtins.property
    def vpc_origin(self) -> typing.Optional[typing.Mapping[builtins.str, typing.Any]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("vpc_origin")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, typing.Any]], result)

    @builtins.property
    def vpc_origin_timeouts(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("vpc_origin_timeouts")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def wait_for_deployment(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("wait_for_deployment")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def web_acl_id(self) -> typing.Optional[builtins.str]:
        result = self._values.get("web_acl_id")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CloudfrontConfig(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


__all__ = [
    "Cloudfront",
    "CloudfrontConfig",
]

publication.publish()

def _typecheckingstub__04a0f78f357b4403ac5b72aa603f46ce67c5ee7a3be48237be4e1fe45d4679cd(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    aliases: typing.Optional[typing.Sequence[builtins.str]] = None,
    comment: typing.Optional[builtins.str] = None,
    continuous_deployment_policy_id: typing.Optional[builtins.str] = None,
    create_distribution: typing.Optional[builtins.bool] = None,
    create_monitoring_subscription: typing.Optional[builtins.bool] = None,
    create_origin_access_control: typing.Optional[builtins.bool] = None,
    create_origin_access_identity: typing.Optional[builtins.bool] = None,
    create_vpc_origin: typing.Optional[builtins.bool] = None,
    custom_error_response: typing.Any = None,
    default_cache_behavior: typing.Any = None,
    default_root_object: typing.Optional[builtins.str] = None,
    enabled: typing.Optional[builtins.bool] = None,
    geo_restriction: typing.Any = None,
    http_version: typing.Optional[builtins.str] = None,
    is_ipv6_enabled: typing.Optional[builtins.bool] = None,
    logging_config: typing.Any = None,
    ordered_cache_behavior: typing.Any = None,
    origin: typing.Any = None,
    origin_access_control: typing.Optional[typing.Mapping[builtins.str, typing.Any]] = None,
    origin_access_identities: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    origin_group: typing.Any = None,
    price_class: typing.Optional[builtins.str] = None,
    realtime_metrics_subscription_status: typing.Optional[builtins.str] = None,
    retain_on_delete: typing.Optional[builtins.bool] = None,
    staging: typing.Optional[builtins.bool] = None,
    tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    viewer_certificate: typing.Any = None,
    vpc_origin: typing.Optional[typing.Mapping[builtins.str, typing.Any]] = None,
    vpc_origin_timeouts: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    wait_for_deployment: typing.Optional[builtins.bool] = None,
    web_acl_id: typing.Optional[builtins.str] = None,
    depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
    for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
    providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
    skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__41f3c7a766b77837f03900787a37b723dfefaeebbd5936218d9f4861e6149040(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__3149a7228172fb23d47763343c91ee5007672aacd73449835d4e10f68c2065a5(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__99958ec5e65b333d1efd7b95b52a1a01470826b6723276fd43e93cb69f15eb57(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__5538af94af03f9f3ebafbdb6c284c685b52d0fd790a9d473e50d44c4a14e7d87(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__33e2a33111929289f8bfd44c99b4184d6aaff4fc276e3e0c7aeb7f2cee521140(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__06268ff26059daa219369e0fe1168086da3c392cba99133afa4662a07686c1d4(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b88d133bbb82ecf67a1023ef444fb618a245302105b3284d8a3e77689f38c17f(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__048dff8207cb76f32818f3cb4dc271874238cf008ff0a6b77b5fb1e72c1574b1(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0ab424abb94a13d318a50fcd0c2a093647011eccc9782f288cc29daae71696d0(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__39e7e1c4eb797cd4b79fd963b74768c5dea743f3e112f48fc8a9bb3423456281(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__58e307f791d5213fd350a219485b71fa1bea767f4192aafdd8d811aef6a6ed43(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a15344d1b5e45eb068adc4634a29d1c1ef675ffb1618c133b564ac3865521565(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__65e9fb8ed271f61121ea5843af4fcf5b71648a54692825818c622e1178bf899a(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bcd502c3b04a6141b809512a15a242a7dec7b10c69376070aecc9175d80217d2(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ca9baaa7205bf12a925f99a5dad63466282a9c499e2ac352331cdf0f5c410bb2(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__137c106b83db86772564b69003a78385ccbd8e7faf2dcb833039bc6185ad2b36(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__7ae4caf92d7d800d0a1dfc1b24ea490830a8dff0ea609d8defa55c6314e60da2(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9aa55951f9493b079070968d2de14a13bacac790a6ff11b3823c8201b2fd27f0(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__fa2739fbccce8402cf9f7a56362fe9b2d3f51383a24d0b372a1b642408437f48(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4445020056b8e3555999fd21b674abf7f5bfbfff5da8de6312734151a917d23c(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f860c72c6bd409551fb363f1833ee1865db740121848a066f1367ad84e18e57a(
    value: typing.Optional[typing.Mapping[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__7393e1f56234f0b10e2624d8bfee5940b46e3807b8c8ecefd21bd69662cb5e28(
    value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__396b0fa734a74f67bfe2382c9f0169e72bd1783b885086e26a0e788186cc71f6(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__307002578932140dd05d76e5dc455108a0607fdc2c4b614efa5b4e14d7a99629(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__681d968a3efc84c62b918b146c51af7af14fb3822f68443a4a3ea11a060faa71(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__63a7659f29f763bfcf2e75d7c4faaf612b9ec2720fccffe008c101e3bf775608(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__70100a5da8711c9b1f6619399fda13bf1aa913a2877427effdb2ce12af161e97(
    value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0b4aa8897642c84681564bb796ea713250e5064cec6db46b2b473761795a4f4b(
    value: typing.Optional[typing.Mapping[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__8a7bfbc294969668165143acfd2372bcb80e0a6c409f6da4550556ca100af5a1(
    value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__13ee65e7c6b188b2fe297e2d2b7706593a695f0238cfe247b0407fcbf98e5a68(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__56e2ed4311f81bbedd90d19de2aeb3686a1e0ba68401a4ebe3458347853e7fa4(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ed0c898bbd7ba13daa9c31a1d22783215b65d7cded12ec52e37bcfd2907e978d(
    *,
    depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
    for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
    providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
    skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
    aliases: typing.Optional[typing.Sequence[builtins.str]] = None,
    comment: typing.Optional[builtins.str] = None,
    continuous_deployment_policy_id: typing.Optional[builtins.str] = None,
    create_distribution: typing.Optional[builtins.bool] = None,
    create_monitoring_subscription: typing.Optional[builtins.bool] = None,
    create_origin_access_control: typing.Optional[builtins.bool] = None,
    create_origin_access_identity: typing.Optional[builtins.bool] = None,
    create_vpc_origin: typing.Optional[builtins.bool] = None,
    custom_error_response: typing.Any = None,
    default_cache_behavior: typing.Any = None,
    default_root_object: typing.Optional[builtins.str] = None,
    enabled: typing.Optional[builtins.bool] = None,
    geo_restriction: typing.Any = None,
    http_version: typing.Optional[builtins.str] = None,
    is_ipv6_enabled: typing.Optional[builtins.bool] = None,
    logging_config: typing.Any = None,
    ordered_cache_behavior: typing.Any = None,
    origin: typing.Any = None,
    origin_access_control: typing.Optional[typing.Mapping[builtins.str, typing.Any]] = None,
    origin_access_identities: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    origin_group: typing.Any = None,
    price_class: typing.Optional[builtins.str] = None,
    realtime_metrics_subscription_status: typing.Optional[builtins.str] = None,
    retain_on_delete: typing.Optional[builtins.bool] = None,
    staging: typing.Optional[builtins.bool] = None,
    tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    viewer_certificate: typing.Any = None,
    vpc_origin: typing.Optional[typing.Mapping[builtins.str, typing.Any]] = None,
    vpc_origin_timeouts: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    wait_for_deployment: typing.Optional[builtins.bool] = None,
    web_acl_id: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass
