"""What is said of a deploy of `make local`, while it runs and when it has failed."""

from local.deploy import error_of, progress


def test_an_error_is_told_in_terraforms_words_without_its_frame() -> None:
    lines = [
        "librechat-dev  aws_s3_object.config: Creating...\n",
        "librechat-dev  ╷\n",
        "librechat-dev  │ Error: creating Lambda Function: no such image\n",
        "librechat-dev  │ \n",
        "librechat-dev  │   with aws_lambda_function.backend_api\n",
        "librechat-dev  ╵\n",
    ]

    error = error_of(lines)

    assert error.startswith("Error: creating Lambda Function: no such image\n")
    assert "with aws_lambda_function.backend_api" in error
    assert "│" not in error


def test_a_step_that_mentions_an_error_does_not_pass_for_it() -> None:
    lines = [
        "librechat-dev  null_resource.image (local-exec): npm: Error: retried\n",
        "librechat-dev  ╷\n",
        "librechat-dev  │ Error: local-exec provisioner error\n",
    ]

    assert error_of(lines) == "Error: local-exec provisioner error"


def test_without_an_error_of_terraforms_the_last_words_are_told() -> None:
    assert error_of(["one\n", "two\n"]) == "one\ntwo"


def test_progress_is_one_line_of_a_terminal_each() -> None:
    step = f"librechat-dev  terraform_data.image (local-exec): Step 17/26 : ENV {'A=b     ' * 40}"

    assert progress([step]).startswith("Step 17/26 : ENV A=b A=b")
    assert len(progress([step])) <= 100
    assert progress(["librechat-dev  aws_s3_object.config: Creating...\n"]) == ""
